//! The manual: one page, with a section for each command. There are no pages beside it that it could point to.

use std::io::{self, Write as _};

use clap_mangen::Man;

use super::args;
use crate::locale::Locale;

/// The page, for `man`.
pub(super) fn page(locale: Locale) -> io::Result<Vec<u8>> {
    let command = args::command(locale);
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    let mut sections = Vec::new();
    man.render_name_section(&mut sections)?;
    man.render_synopsis_section(&mut sections)?;
    man.render_options_section(&mut sections)?;
    page.extend_from_slice(without_preamble(&sections).as_bytes());
    for task in command.get_subcommands() {
        let called = format!("halte {}", task.get_name());
        writeln!(page, ".SH \"{called}\"")?;
        if let Some(about) = task.get_about() {
            writeln!(page, "{about}")?;
        }
        // What holds for every command stands at the head of the page.
        let man = Man::new(task.clone().name(called).disable_help_flag(true));
        let mut sections = Vec::new();
        man.render_synopsis_section(&mut sections)?;
        if task.get_arguments().next().is_some() {
            man.render_options_section(&mut sections)?;
        }
        // Sections of a page become parts of a section.
        let parts = without_preamble(&sections).replace(".SH ", ".SS ");
        page.write_all(parts.as_bytes())?;
    }
    Ok(page)
}

/// A page begins with two lines of definitions, and so does each section that is rendered alone.
fn without_preamble(sections: &[u8]) -> String {
    String::from_utf8_lossy(sections)
        .lines()
        .filter(|line| !line.starts_with(".ie ") && !line.starts_with(".el "))
        .flat_map(|line| [line, "\n"])
        .collect()
}
