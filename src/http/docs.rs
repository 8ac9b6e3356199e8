//! The API as a page to read: every operation with who may call it, what it takes and what it answers,
//! and every shape, made from what was declared.

use maud::{DOCTYPE, Markup, html};
use serde_json::{Map, Value};

use super::{Api, Declared};
use crate::access::permissions::{Reach, Who, table};

pub const STYLE: &str = include_str!("docs.css");

/// The whole page. Every text comes from our own source; nothing of a user's is in it.
pub fn page(api: &Api) -> String {
    let document = serde_json::to_value(api.openapi()).expect("the document is plain data");
    let shapes = document["components"]["schemas"].as_object().cloned().unwrap_or_default();
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Muster API" }
                link rel="stylesheet" href="/api/docs.css";
            }
            body { main {
                h1 { "Muster API" }
                p {
                    "The same as " a href="/api/openapi.json" { "openapi.json" } ", to read. Money is integer fen; times are \
                    RFC 3339 in UTC; refusals are " code { "application/problem+json" } " with a " code { "code" } ". From a \
                    browser, send " code { "X-CSRF-Token" } " with everything but GET; API clients send "
                    code { "Authorization: Bearer" } ". An " code { "ETag" } " comes back as " code { "If-Match" }
                    "; an " code { "Idempotency-Key" } " is a new UUID for each thing to be done, the same for each try."
                }
                h2 { "Operations" }
                @for route in api.declared() { (operation(&document, route)) }
                h2 { "Shapes" }
                @for (name, shape) in &shapes { (shape_section(name, shape)) }
            } }
        }
    };
    page.into_string()
}

fn operation(document: &Value, route: &Declared) -> Markup {
    let operation = &document["paths"][&route.path][route.method.as_str().to_lowercase()];
    let text = |name: &str| operation[name].as_str().unwrap_or_default();
    let who: Vec<String> = table(route.action).iter().map(|(who, reach)| who_text(*who, *reach)).collect();
    let bodies = operation["requestBody"]["content"].as_object().cloned().unwrap_or_default();
    let answers = operation["responses"].as_object().cloned().unwrap_or_default();
    html! {
        section id=(route.operation) {
            h3 { b { (route.method) } " " code { (route.path) } }
            p { (text("summary")) }
            @if !text("description").is_empty() { p { (text("description")) } }
            dl {
                dt { "operation" } dd { code { (route.operation) } }
                dt { "who" } dd { (who.join("; ")) }
                @for parameter in operation["parameters"].as_array().into_iter().flatten() {
                    dt { (parameter["in"].as_str().unwrap_or_default()) }
                    dd {
                        code { (parameter["name"].as_str().unwrap_or_default()) } " " (shape(&parameter["schema"]))
                        @if parameter["required"] == true { ", required" }
                        @if let Some(says) = parameter["description"].as_str() { ". " (says) }
                    }
                }
                @for (media_type, content) in &bodies {
                    dt { "body" } dd { code { (media_type) } " " (shape(&content["schema"])) }
                }
                @for (status, answer) in &answers {
                    dt { (status) }
                    dd {
                        @match answer["content"].as_object().and_then(|content| content.values().next()) {
                            Some(content) => (shape(&content["schema"])),
                            None => "no body",
                        }
                    }
                }
            }
        }
    }
}

fn shape_section(name: &str, schema: &Value) -> Markup {
    let empty = Map::new();
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    // A flattened shape is a list of parts.
    let parts = schema["allOf"].as_array().cloned().unwrap_or_else(|| vec![schema.clone()]);
    html! {
        section id={ "shape-" (name) } {
            h3 { code { (name) } }
            @if let Some(says) = schema["description"].as_str() { p { (says) } }
            @if schema["properties"].is_null() && schema["allOf"].is_null() { p { (shape(schema)) } }
            dl {
                @for part in &parts {
                    @if part["$ref"].is_string() { dt { "and" } dd { (shape(part)) } }
                    @for (field, of) in part["properties"].as_object().unwrap_or(&empty) {
                        dt { code { (field) } }
                        dd {
                            (shape(of)) (limits(of))
                            @if required.contains(&field.as_str()) { ", required" }
                            @if let Some(says) = of["description"].as_str() { ". " (says) }
                        }
                    }
                }
            }
        }
    }
}

/// A type in a few words, other shapes as links.
fn shape(schema: &Value) -> Markup {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return html! { a href={ "#shape-" (name) } { (name) } };
    }
    if let Some(values) = schema["enum"].as_array() {
        return html! { @for (i, value) in values.iter().enumerate() { @if i > 0 { " | " } code { (value.as_str().unwrap_or_default()) } } };
    }
    for several in ["oneOf", "anyOf"] {
        if let Some(choices) = schema[several].as_array() {
            return html! { @for (i, choice) in choices.iter().enumerate() { @if i > 0 { " or " } (shape(choice)) } };
        }
    }
    match &schema["type"] {
        Value::String(kind) if kind == "array" => html! { "list of " (shape(&schema["items"])) },
        Value::String(kind) => html! { (kind) @if let Some(format) = schema["format"].as_str() { " (" (format) ")" } },
        Value::Array(kinds) => html! { (kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or ")) },
        _ => html! { "any" },
    }
}

fn limits(schema: &Value) -> String {
    let bound = |name: &str, word: &str| Some(format!(", {word} {}", schema.get(name)?));
    [
        ("minLength", "at least"),
        ("maxLength", "at most"),
        ("minimum", "from"),
        ("maximum", "to"),
        ("maxItems", "at most"),
    ]
    .into_iter()
    .filter_map(|(name, word)| bound(name, word))
    .collect()
}

fn who_text(who: Who, reach: Reach) -> String {
    let reach = match reach {
        Reach::Own => "own",
        Reach::Organisation => "of the own organisation",
        Reach::District => "of the own district",
        Reach::All => "all",
    };
    match who {
        Who::Anyone => "anyone".to_owned(),
        Who::SignedIn => format!("signed in ({reach})"),
        Who::Role(role) => format!("{role} ({reach})"),
    }
}
