//! What JavaScript sees.
//!
//! ```js
//! const page = mount(document.getElementById("here"));
//! page.destroy();
//!
//! const network = new MemoryNetwork(recordJson, weightsBytes);
//! const { answers, hops } = network.answer("Mary went to the garden.", "Where is Mary?");
//!
//! network.lookUpIn(vectorsBytes);
//! const { sentences } = network.answer("Mary strolled to the garden.", "Where is Mary?");
//! // sentences[0].words[1]: { text: "strolled", treatment: { "read-as": "went" }, … }
//!
//! network.read("Mary went to the garden.");
//! network.ask("Where is Mary?");
//! ```
//!
//! Without the feature `page` there is the network alone.

mod code;
mod network;

#[cfg(feature = "page")]
mod figure;
#[cfg(feature = "page")]
mod page;

pub use network::MemoryNetwork;

#[cfg(feature = "page")]
pub use figure::{FigurePlace, on_panic, set_addresses};
#[cfg(feature = "page")]
pub use page::{Page, mount, mount_alone};
