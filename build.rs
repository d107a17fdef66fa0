//! Learns from the examples of suggestions, `src/suggester/examples` and `src/suggester/words`, what the program knows
//! of them. A line that is wrong stops the build with its file, its number and what is wrong.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[expect(
    dead_code,
    unreachable_pub,
    reason = "the modules are those of the program, which uses all of them"
)]
#[path = "src/suggester"]
mod suggester {
    pub(crate) mod example;
    pub(crate) mod fit;
    pub(crate) mod labels;
    pub(crate) mod model;
    pub(crate) mod pattern;
    pub(crate) mod words;
}

use suggester::labels::{LANGUAGES, PLACES};
use suggester::model::Model;
use suggester::pattern::Patterns;
use suggester::{example, labels};

/// Where the files are.
const FOLDER: &str = "src/suggester";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=build.rs");
    let mut patterns: [Patterns; LANGUAGES.len()] = Default::default();
    for (language, patterns) in LANGUAGES.iter().zip(&mut patterns) {
        let path = Path::new(FOLDER).join(format!("words/{language}.txt"));
        let source = read(&path)?;
        *patterns = Patterns::read(&source).map_err(|(line, error)| at(&path, line, &error))?;
    }
    let mut sources = Vec::new();
    for place in PLACES {
        let path = Path::new(FOLDER).join(format!("examples/{place}.tsv"));
        sources.push((labels::place(place).ok_or(place)?, read(&path)?, path));
    }
    let mut examples = Vec::new();
    for (place, source, path) in &sources {
        examples
            .extend(example::read(*place, source).map_err(|(line, error)| at(path, line, &error))?);
    }
    let model = Model::fit(&examples, &patterns);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    fs::write(out.join("suggester.bin"), model.to_bytes())?;
    Ok(())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn at(path: &Path, line: usize, error: &dyn Error) -> String {
    format!("{}:{line}: {error}", path.display())
}
