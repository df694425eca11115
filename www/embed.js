// One figure in a frame. What it shows, the frame's address says: how much of it, and in which
// colours and language, before the "#", and what, after it, as in the links of the page.

import "./memory-network.js";

const figure = document.querySelector("memory-network");

function show() {
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (["view", "editable", "theme", "lang", "model", "hops"].includes(name)) {
      figure.setAttribute(name, value);
    }
  }
  figure.link = location.hash.slice(1);
}

show();
addEventListener("hashchange", show);

// The page around the frame can give it the height that it needs. The message goes to any page: it
// says nothing but a number.
new ResizeObserver(() => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ type: "memory-network-height", height }, "*");
}).observe(document.documentElement);
