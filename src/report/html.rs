//! The report as a page for a browser: one file that asks nothing of anybody. Its own policy forbids every request, the
//! style and the script are allowed by their hash, and what people wrote is text and never markup. Charts are drawn in
//! the page, each with the table of its figures beside it; without the script only the sorting of tables is missed.

mod chart;
mod contributions;
mod layout;

use data_encoding::BASE64;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, context};
use ring::digest;
use thiserror::Error;

use super::Report;
use super::comparison::Comparison;
use super::table;
use super::table::page::Page;
use super::table::words::Words;
use crate::locale::Locale;
use chart::ChartError;

const TEMPLATE: &str = include_str!("html/page.html");
const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// Why there is no page. Neither happens to a report that could be counted.
#[derive(Debug, Error)]
pub enum HtmlError {
    /// The template cannot be filled.
    #[error("the page cannot be filled")]
    Template(#[from] minijinja::Error),
    /// A chart cannot be drawn.
    #[error("a chart cannot be drawn")]
    Chart(#[from] ChartError),
}

/// Writes the report as one page, in the reader's language. Two renderings of one report are equal to the byte.
pub fn render(report: &Report, locale: Locale) -> Result<String, HtmlError> {
    let words = Words::new(report, locale).isolating();
    let mut page = table::findings(&words);
    contributions::write(&mut page, &words);
    table::ending(&mut page, &words);
    written(&page, locale)
}

/// Writes a comparison as such a page.
pub fn comparison(comparison: &Comparison, locale: Locale) -> Result<String, HtmlError> {
    written(&table::comparison::page(comparison, locale), locale)
}

/// Writes a page as one file.
fn written(page: &Page, locale: Locale) -> Result<String, HtmlError> {
    let laid_out = layout::of(page, locale)?;
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let context = context! {
        page => Serde(&laid_out),
        policy => policy(),
        style => STYLE,
        script => SCRIPT,
    };
    Ok(environment.render_str(TEMPLATE, context)?)
}

/// What the page may do: show itself, in this style and with this script.
fn policy() -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

fn hash(source: &str) -> String {
    let digest = digest::digest(&digest::SHA256, source.as_bytes());
    format!("sha256-{}", BASE64.encode(digest.as_ref()))
}
