//! Two nodes over one database: each keeps an index of its own.

use serde_json::json;

use crate::support::world::World;

#[actix_web::test]
async fn a_second_node_sees_what_the_first_wrote() {
    let world = World::new().await;
    let second = world.app.second_node().await;
    second.index_now();
    assert_eq!(second.anyone().get("/api/positions").await.json()["total"], 2);
    world.employers[0].who.client.step(&world.employers[0].position, json!({ "step": "close" })).await.expect(200);
    second.index_now();
    assert_eq!(second.anyone().get("/api/positions").await.json()["total"], 1);
    // A session of the first node is one of the second: nodes keep no state.
    let cookie = world.veterans[0].who.client.cookie(muster::access::gate::ACCESS_COOKIE).expect("a token");
    let client = second.anyone();
    client.set_cookie(muster::access::gate::ACCESS_COOKIE, &cookie);
    client.get("/api/me/matches").await.expect(200);
}
