//! The OpenAPI document: a snapshot that the frontend's types are made from.

use crate::support::TestApp;

/// With `MUSTER_UPDATE=1` it writes the file; else a stale file fails.
#[test]
fn the_document_is_the_one_the_frontend_was_made_from() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("frontend/openapi.json");
    let document = muster::server::openapi();
    if std::env::var("MUSTER_UPDATE").is_ok() {
        std::fs::write(&path, &document).expect("written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == document,
        "frontend/openapi.json is stale: MUSTER_UPDATE=1 cargo test --test main openapi, then npm run gen:api"
    );
}

#[test]
fn operation_ids_are_verb_and_resource_and_unique() {
    let mut seen = std::collections::BTreeSet::new();
    for route in muster::server::declared() {
        assert!(seen.insert(route.operation.clone()), "{} stands twice", route.operation);
        assert!(route.operation.contains('_'), "{}", route.operation);
        assert!(route.path.starts_with("/api/"), "{}", route.path);
    }
}

#[actix_web::test]
async fn the_page_to_read_shows_every_operation_and_loads_nothing_from_elsewhere() {
    let app = TestApp::new().await;
    let page = app.anyone().get("/api/docs").await.expect(200).text();
    for route in muster::server::declared() {
        assert!(page.contains(&format!("id=\"{}\"", route.operation)), "{}", route.operation);
    }
    for shown in ["Idempotency-Key", "#shape-NewPositionInput", "Fen per month.", "id=\"shape-PositionInput\""] {
        assert!(page.contains(shown), "{shown}");
    }
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"));
}

#[test]
fn every_reference_leads_somewhere() {
    let document: serde_json::Value = serde_json::from_str(&muster::server::openapi()).expect("JSON");
    let text = document.to_string();
    for part in text.split("#/components/schemas/").skip(1) {
        let name = part.split('"').next().expect("a name");
        assert!(!document["components"]["schemas"][name].is_null(), "{name} is referred to and missing");
    }
}
