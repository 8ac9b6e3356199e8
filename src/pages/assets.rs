//! The files a page's code and styles are in, so that the browser asks for them at once and what the
//! server wrote has its look from the first moment.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use serde::Deserialize;

/// The list of built files that the frontend's build writes.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Manifest(BTreeMap<String, Chunk>);

#[derive(Debug, Deserialize)]
struct Chunk {
    file: String,
    #[serde(default)]
    imports: Vec<String>,
    #[serde(default)]
    css: Vec<String>,
}

impl Manifest {
    /// A list that cannot be read names no files: the page finds them itself, a little later.
    pub fn read(text: &str) -> Manifest {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// Every style file of every page.
    pub fn styles(&self) -> BTreeSet<&str> {
        self.0.values().flat_map(|chunk| &chunk.css).map(String::as_str).collect()
    }

    /// The style files of a page whose code begins in `entry`.
    pub fn styles_of(&self, entry: &str) -> impl Iterator<Item = &str> {
        let mut files = BTreeSet::new();
        self.collect("index.html", &mut files);
        self.collect(entry, &mut files);
        files.into_iter().filter(|file| file.ends_with(".css"))
    }

    /// The links of a page whose code begins in `entry`, without those that index.html has already. The
    /// styles stand in the page itself; their links load nothing, and keep the page's code from asking for
    /// them.
    pub fn links(&self, entry: &str) -> Markup {
        let mut known = BTreeSet::new();
        self.collect("index.html", &mut known);
        let mut own = known.clone();
        self.collect(entry, &mut own);
        let own: Vec<&str> = own.difference(&known).copied().collect();
        html! {
            @for file in own.iter().filter(|file| file.ends_with(".js")) {
                link rel="modulepreload" crossorigin href={ "/" (file) };
            }
            @for file in own.iter().filter(|file| file.ends_with(".css")) {
                link rel="stylesheet" disabled crossorigin href={ "/" (file) };
            }
        }
    }

    fn collect<'a>(&'a self, key: &str, files: &mut BTreeSet<&'a str>) {
        let Some(chunk) = self.0.get(key) else { return };
        if files.insert(&chunk.file) {
            files.extend(chunk.css.iter().map(String::as_str));
            chunk.imports.iter().for_each(|import| self.collect(import, files));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_own_files_and_none_twice() {
        let manifest = Manifest::read(
            r#"{ "index.html": { "file": "assets/index.js", "css": ["assets/index.css"], "imports": ["_lib.js"] },
                 "_lib.js": { "file": "assets/lib.js" },
                 "_card.js": { "file": "assets/card.js", "css": ["assets/card.css"], "imports": ["_lib.js"] },
                 "src/app/X.tsx": { "file": "assets/x.js", "imports": ["index.html", "_card.js"] } }"#,
        );
        assert_eq!(
            manifest.links("src/app/X.tsx").into_string(),
            "<link rel=\"modulepreload\" crossorigin href=\"/assets/card.js\">\
             <link rel=\"modulepreload\" crossorigin href=\"/assets/x.js\">\
             <link rel=\"stylesheet\" disabled crossorigin href=\"/assets/card.css\">"
        );
        let styles: Vec<&str> = manifest.styles_of("src/app/X.tsx").collect();
        assert_eq!(styles, ["assets/card.css", "assets/index.css"]);
        assert_eq!(Manifest::read("nonsense").links("x").into_string(), "");
    }
}
