fn main() {
    let config = muster::config::Config::load(None).expect("config");
    muster::commands::serve::serve(config, false).expect("serve");
}
