//! The API as a page to read: every operation with who may call it, made from what was declared.

use super::Api;
use crate::access::permissions::{Reach, Who, table};

pub const STYLE: &str = include_str!("docs.css");

/// The whole page. Every text comes from our own source; nothing of a user's is in it.
pub fn page(api: &Api) -> String {
    let mut rows = String::new();
    for route in api.declared() {
        let operation = api.operation(route);
        let summary = operation.and_then(|operation| operation.summary.clone()).unwrap_or_default();
        let description = operation.and_then(|operation| operation.description.clone()).unwrap_or_default();
        let mut statuses: Vec<String> =
            operation.map(|o| o.responses.responses.keys().cloned().collect()).unwrap_or_default();
        statuses.sort();
        let who: Vec<String> = table(route.action).iter().map(|(who, reach)| who_text(*who, *reach)).collect();
        rows.push_str(&format!(
            "<section id=\"{operation}\"><h2><b class=\"{lower}\">{method}</b> <code>{path}</code></h2>\
             <p>{summary}</p><p>{description}</p><dl><dt>operation</dt><dd><code>{operation}</code></dd>\
             <dt>who</dt><dd>{who}</dd><dt>answers</dt><dd>{statuses}</dd></dl></section>",
            operation = route.operation,
            lower = route.method.as_str().to_lowercase(),
            method = route.method,
            path = escape(&route.path),
            summary = escape(&summary),
            description = escape(&description),
            who = who.join("; "),
            statuses = statuses.join(", "),
        ));
    }
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>Muster API</title>\
         <link rel=\"stylesheet\" href=\"/api/docs.css\"></head><body><main><h1>Muster API</h1>\
         <p>The same as <a href=\"/api/openapi.json\">openapi.json</a>, to read. Money is integer fen; times are RFC 3339 \
         in UTC; refusals are <code>application/problem+json</code> with a <code>code</code>. From a browser, send \
         <code>X-CSRF-Token</code> with everything but GET; API clients send <code>Authorization: Bearer</code>.</p>\
         {rows}</main></body></html>"
    )
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

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
