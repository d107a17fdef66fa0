//! The page for somebody who opens the link in a browser: how to join, in three languages. It loads nothing and
//! runs nothing.

use std::fmt::Write;

use crate::language::Language;
use crate::locale::Locale;

/// What the page may do: show itself. It holds its own style and nothing else.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                                 form-action 'none'; frame-ancestors 'none'";

const HEAD: &str = r#"<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>halte</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.25rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
pre { border: 1px solid; border-radius: .25rem; padding: .75rem 1rem; overflow-x: auto; }
section + section { border-top: 1px solid; margin-top: 2rem; }
</style>
</head>
<body>
<h1>halte</h1>
"#;

const FOOT: &str = "</body>\n</html>\n";

/// The page, as it is seen under this host name. The address and the code are enough to join with: whoever answers there
/// has to prove that they know the code. The page itself vouches for nothing, so it tells no fingerprint.
pub(super) fn page(host: &str) -> String {
    let mut page = HEAD.to_owned();
    for language in Language::ALL {
        section(&mut page, language, host);
    }
    page.push_str(FOOT);
    page
}

fn section(page: &mut String, language: Language, host: &str) {
    let locale = Locale::new(language);
    let [title, what, link, code] =
        ["page-title", "page-what", "page-link", "page-code"].map(|key| locale.say(key));
    let link_word = locale.say("page-link-word");
    let code_word = locale.say("page-code-word");
    // Writing to a string cannot fail.
    let _ = write!(
        page,
        "<section lang=\"{language}\">\n<h2>{title}</h2>\n<p>{what}</p>\n"
    );
    if is_host(host) {
        let _ = write!(
            page,
            "<p>{code}</p>\n<pre>halte join \"{host}/{code_word}\"</pre>\n"
        );
    }
    let _ = write!(
        page,
        "<p>{link}</p>\n<pre>halte join \"{link_word}\"</pre>\n</section>\n"
    );
}

/// Whether a browser's word for this server is one: it is written into the page, so it may hold nothing else.
fn is_host(host: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-.:[]".contains(&byte);
    !host.is_empty() && host.len() <= 255 && host.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_tells_how_to_join_in_every_language() {
        let page = page("192.168.1.5:7420");
        for language in Language::ALL {
            assert!(page.contains(&format!("<section lang=\"{language}\">")));
        }
        let commands = page.matches("halte join \"192.168.1.5:7420/").count();
        assert_eq!(commands, Language::ALL.len());
    }

    #[test]
    fn the_page_asks_the_browser_for_nothing() {
        let page = page("halte.test");
        for word in ["http:", "https:", "src=", "href=", "<script", "url("] {
            assert!(!page.contains(word), "{word}");
        }
    }

    #[test]
    fn a_host_name_that_is_none_does_not_reach_the_page() {
        for host in ["", "<script>", "a\"b", "a b", &"x".repeat(256)] {
            assert!(!page(host).contains("/CODE"), "{host}");
        }
    }
}
