//! Bending what is valid: bytes, lines of a text, and values of a tree. From the same start it bends the same way.

use serde_json::Value;

/// What trips readers up: ends of things, numbers at their limits, signs that mean something somewhere.
const BITS: &[&str] = &[
    "\u{1b}[2J",
    "\u{202e}",
    "\u{9b}31m",
    "\0",
    "\u{feff}",
    "\u{2028}",
    "e\u{301}\u{301}\u{301}",
    "\u{1f469}\u{200d}\u{1f680}",
    "=1+1",
    "</script>",
    "{{7*7}}",
    "&a *a",
    "!!x",
    "? ",
    "- ",
    ": ",
    "#",
    "|+2\n",
    ">-\n",
    "%YAML 9.9\n",
    "---\n",
    "...\n",
    "\t",
    "\r",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    "null",
    "~",
    "true",
    "1e999",
    "-0",
    "0x1f",
    "9223372036854775808",
    "4294967296",
    "-1",
    "NaN",
    "\\ud800",
    "\\u0000",
    "2026-13-45T99:99:99Z",
    "n0000",
    "p00",
    "p4294967295",
    "none",
    "",
];

/// Chance from one start (xorshift64*; S. Vigna, "An experimental exploration of Marsaglia's xorshift generators", 2016).
#[derive(Debug)]
pub(super) struct Bender(u64);

impl Bender {
    pub(super) const fn new(start: u64) -> Self {
        // Never zero, and far from its neighbours.
        Self(start.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    /// A number below this, which is not zero.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next()).unwrap_or(0) % end.max(1)
    }

    fn bit(&mut self) -> &'static str {
        BITS[self.below(BITS.len())]
    }

    /// Bytes with some of them flipped, cut, doubled, left out, or with something put between.
    pub(super) fn bytes(&mut self, from: &[u8]) -> Vec<u8> {
        let mut bytes = from.to_vec();
        for _ in 0..self.below(4) {
            let at = self.below(bytes.len() + 1);
            let end = (at + self.below(24)).min(bytes.len());
            match self.below(6) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..end)),
                2 => {
                    let again = bytes[at..end].to_vec();
                    drop(bytes.splice(at..at, again));
                }
                3 => drop(bytes.splice(at..end, self.bit().bytes())),
                4 => {
                    let bit = self.below(8);
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << bit;
                    }
                }
                _ => drop(bytes.splice(at..at, self.bit().bytes())),
            }
        }
        bytes
    }

    /// A text with lines left out, doubled, moved or indented otherwise, and some of its bytes bent.
    pub(super) fn lines(&mut self, text: &str) -> Vec<u8> {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for _ in 0..=self.below(3) {
            let at = self.below(lines.len());
            let from = lines[self.below(lines.len())].clone();
            match self.below(7) {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, from),
                2 => lines[at] = from,
                3 => lines[at] = format!("  {}", lines[at]),
                4 => lines[at] = lines[at].trim_start().to_owned(),
                5 => {
                    let key = lines[at].split(':').next().unwrap_or_default().to_owned();
                    lines[at] = format!("{key}: {}", self.bit());
                }
                _ => {
                    let bent = self.bytes(lines[at].as_bytes());
                    lines[at] = String::from_utf8_lossy(&bent).into_owned();
                }
            }
            if lines.is_empty() {
                break;
            }
        }
        let text = lines.join("\n").into_bytes();
        if self.below(4) == 0 {
            self.bytes(&text)
        } else {
            text
        }
    }

    /// One of these trees, with some of its values changed, taken out, or exchanged for values of others.
    pub(super) fn tree(&mut self, of: &[Value], others: &[Value]) -> Value {
        let mut tree = of[self.below(of.len())].clone();
        for _ in 0..=self.below(3) {
            let other = &others[self.below(others.len())];
            let donor = self.part(other).clone();
            self.change(&mut tree, donor);
        }
        tree
    }

    /// Some value within a tree.
    fn part<'a>(&mut self, tree: &'a Value) -> &'a Value {
        let inner: Vec<&Value> = match tree {
            Value::Object(fields) => fields.values().collect(),
            Value::Array(items) => items.iter().collect(),
            _ => Vec::new(),
        };
        if inner.is_empty() || self.below(4) == 0 {
            return tree;
        }
        let next = inner[self.below(inner.len())];
        self.part(next)
    }

    fn change(&mut self, tree: &mut Value, donor: Value) {
        let count = match tree {
            Value::Object(fields) => fields.len(),
            Value::Array(items) => items.len(),
            _ => 0,
        };
        if count > 0 && self.below(6) != 0 {
            let at = self.below(count);
            let goes_deeper = self.below(3) != 0;
            match tree {
                Value::Object(fields) => {
                    let Some(key) = fields.keys().nth(at).cloned() else {
                        return;
                    };
                    if goes_deeper {
                        if let Some(value) = fields.get_mut(&key) {
                            self.change(value, donor);
                        }
                    } else {
                        drop(fields.remove(&key));
                    }
                }
                Value::Array(items) if goes_deeper => self.change(&mut items[at], donor),
                Value::Array(items) => items.push(donor),
                _ => {}
            }
            return;
        }
        *tree = match (self.below(4), &*tree) {
            (0, Value::String(text)) => Value::from(format!("{text}{}", self.bit())),
            (0, Value::Number(_)) => Value::from(self.next()),
            (1, Value::String(text)) => Value::from(text.repeat(1 + self.below(60))),
            (2, _) => Value::from(self.bit()),
            _ => donor,
        };
    }
}
