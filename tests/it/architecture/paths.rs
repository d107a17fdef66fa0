//! Reading the paths in a source: which top-level modules of the crate and which outside crates it speaks of.

/// A module (`crate::room`), a crate (`tokio`) or the file module of std (`std::fs`), and the line it stands on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) line: usize,
    pub(crate) path: String,
}

/// What a source mentions. `depth` is how deep its module lies below the crate: `room` is one, `room::news` two.
pub(crate) fn mentions(source: &str, depth: usize) -> Vec<Mention> {
    let tokens = tokens(source);
    let mut reader = Reader {
        tokens: &tokens,
        place: 0,
        depth,
        braces: Vec::new(),
        found: Vec::new(),
    };
    reader.read();
    reader.found
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Joint,
    Sign(char),
}

struct Reader<'a> {
    tokens: &'a [(usize, Token)],
    place: usize,
    depth: usize,
    /// The open braces; true for those of a module inside the file.
    braces: Vec<bool>,
    found: Vec<Mention>,
}

impl Reader<'_> {
    fn read(&mut self) {
        while let Some((_, token)) = self.tokens.get(self.place) {
            match token {
                Token::Word(word) if word == "use" => {
                    self.place += 1;
                    self.tree(&mut Vec::new());
                    continue;
                }
                Token::Word(_) => {
                    self.path();
                    continue;
                }
                Token::Sign('{') => self.braces.push(self.opens_module()),
                Token::Sign('}') => {
                    self.braces.pop();
                }
                Token::Joint | Token::Sign(_) => {}
            }
            self.place += 1;
        }
    }

    fn word(&self, place: usize) -> Option<&str> {
        match self.tokens.get(place) {
            Some((_, Token::Word(word))) => Some(word),
            _ => None,
        }
    }

    fn is(&self, place: usize, token: &Token) -> bool {
        self.tokens
            .get(place)
            .is_some_and(|(_, found)| found == token)
    }

    /// Whether the brace here belongs to a `mod name {`.
    fn opens_module(&self) -> bool {
        let before = self.place.checked_sub(2).and_then(|place| self.word(place));
        before == Some("mod") && self.word(self.place - 1).is_some()
    }

    /// A path in an expression or a type; a field or method (behind a dot) is none.
    fn path(&mut self) {
        let start = self.place;
        let is_field = start > 0 && self.is(start - 1, &Token::Sign('.'));
        let mut path = Vec::new();
        while let Some(word) = self.word(self.place) {
            path.push(word.to_owned());
            self.place += 1;
            if !self.is(self.place, &Token::Joint) || self.word(self.place + 1).is_none() {
                break;
            }
            self.place += 1;
        }
        if path.len() > 1 && !is_field {
            self.mention(start, &path);
        }
    }

    /// The tree behind `use`, with every branch as a path of its own.
    fn tree(&mut self, path: &mut Vec<String>) {
        let start = self.place;
        let trunk = path.len();
        loop {
            if self.is(self.place, &Token::Joint) {
                self.place += 1;
            } else if let Some(word) = self.word(self.place) {
                if word == "as" {
                    self.place += 2;
                    continue;
                }
                path.push(word.to_owned());
                self.place += 1;
            } else if self.is(self.place, &Token::Sign('{')) {
                self.branches(path);
                path.truncate(trunk);
                return;
            } else {
                break;
            }
        }
        // A glob ends its path like a name.
        if self.is(self.place, &Token::Sign('*')) {
            self.place += 1;
        }
        self.mention(start, path);
        path.truncate(trunk);
    }

    fn branches(&mut self, path: &mut Vec<String>) {
        self.place += 1;
        while self.place < self.tokens.len() && !self.is(self.place, &Token::Sign('}')) {
            if self.is(self.place, &Token::Sign(',')) {
                self.place += 1;
            } else {
                let before = self.place;
                self.tree(path);
                if self.place == before {
                    return;
                }
            }
        }
        self.place += 1;
    }

    fn mention(&mut self, start: usize, path: &[String]) {
        let Some((line, _)) = self.tokens.get(start) else {
            return;
        };
        let supers = path.iter().take_while(|word| *word == "super").count();
        let inside = self.braces.iter().filter(|is_module| **is_module).count();
        let mentioned = match (path.first().map(String::as_str), path.get(1)) {
            (Some("crate"), Some(module)) => Some(format!("crate::{module}")),
            (Some("super"), _) if supers >= self.depth + inside => {
                path.get(supers).map(|module| format!("crate::{module}"))
            }
            (Some("super" | "self" | "crate"), _) => None,
            (Some("std"), Some(module)) if module == "fs" => Some("std::fs".to_owned()),
            (Some(first), _) => Some(first.to_owned()),
            (None, _) => None,
        };
        self.found
            .extend(mentioned.map(|path| Mention { line: *line, path }));
    }
}

/// The words, joints and signs of a source, without comments and literals.
fn tokens(source: &str) -> Vec<(usize, Token)> {
    let chars: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let mut line = 1;
    let mut place = 0;
    while let Some(&scalar) = chars.get(place) {
        let end = literal_end(&chars, place);
        if end > place {
            line += chars[place..end]
                .iter()
                .filter(|scalar| **scalar == '\n')
                .count();
            place = end;
        } else if scalar.is_alphanumeric() || scalar == '_' {
            let word: String = chars[place..]
                .iter()
                .take_while(|scalar| scalar.is_alphanumeric() || **scalar == '_')
                .collect();
            place += word.chars().count();
            found.push((line, Token::Word(word)));
        } else if chars[place..].starts_with(&[':', ':']) {
            place += 2;
            found.push((line, Token::Joint));
        } else {
            line += usize::from(scalar == '\n');
            place += 1;
            if !scalar.is_whitespace() {
                found.push((line, Token::Sign(scalar)));
            }
        }
    }
    found
}

/// Where the comment or literal that begins here ends; here, when none does.
fn literal_end(chars: &[char], start: usize) -> usize {
    let rest = &chars[start..];
    let after = |length: usize| start + length;
    let up_to = |end: &dyn Fn(usize) -> bool| (1..rest.len()).find(|place| end(*place));
    match rest {
        ['/', '/', ..] => after(up_to(&|place| rest[place] == '\n').unwrap_or(rest.len())),
        ['/', '*', ..] => after(block_length(rest)),
        ['"', ..] => after(string_length(rest)),
        ['r', '"' | '#', ..] if start == 0 || !chars[start - 1].is_alphanumeric() => {
            let hashes = rest[1..]
                .iter()
                .take_while(|scalar| **scalar == '#')
                .count();
            if rest.get(hashes + 1) != Some(&'"') {
                return start;
            }
            let close = |place: usize| {
                place > hashes + 1
                    && rest[place] == '"'
                    && rest[place + 1..]
                        .iter()
                        .take(hashes)
                        .filter(|scalar| **scalar == '#')
                        .count()
                        == hashes
            };
            after(up_to(&close).map_or(rest.len(), |place| place + 1 + hashes))
        }
        ['\'', '\\', ..] => after(
            up_to(&|place| place > 2 && rest[place] == '\'').map_or(rest.len(), |place| place + 1),
        ),
        ['\'', _, '\'', ..] => after(3),
        _ => start,
    }
}

fn block_length(rest: &[char]) -> usize {
    let mut depth = 0_usize;
    let mut place = 0;
    while place < rest.len() {
        if rest[place..].starts_with(&['/', '*']) {
            depth += 1;
            place += 2;
        } else if rest[place..].starts_with(&['*', '/']) {
            depth -= 1;
            place += 2;
            if depth == 0 {
                return place;
            }
        } else {
            place += 1;
        }
    }
    place
}

fn string_length(rest: &[char]) -> usize {
    let mut place = 1;
    while place < rest.len() {
        match rest[place] {
            '\\' => place += 2,
            '"' => return place + 1,
            _ => place += 1,
        }
    }
    rest.len()
}
