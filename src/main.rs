//! One program, two faces: the page in a browser, the command line elsewhere.

fn main() {}
