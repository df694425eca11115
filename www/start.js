// Starts the page. This is a file of its own because the page's Content Security Policy forbids
// inline scripts. The names of the two files carry hashes, so they are found by their links.

const href = (selector) => document.querySelector(selector).href;

/** Loads and runs the module, or throws an error whose message a reader can act on. */
async function start() {
  if (typeof WebAssembly !== "object") {
    throw new Error("This browser has no WebAssembly, or it is switched off.");
  }
  const [program, response] = await Promise.all([
    import(href("link[rel=modulepreload]")).catch((cause) => {
      throw new Error("The page’s program could not be loaded.", { cause });
    }),
    fetch(href("link[rel=preload][type='application/wasm']")).catch((cause) => {
      throw new Error("The page’s program could not be loaded.", { cause });
    }),
  ]);
  if (!response.ok) {
    throw new Error(`The page’s program could not be loaded: the server answered ${response.status}.`);
  }
  try {
    await program.default({ module_or_path: response });
  } catch (cause) {
    throw new Error("The page’s program arrived damaged, or this browser cannot run it.", { cause });
  }
}

/** Says in the page why it did not start, and offers to try again. */
function show(error) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = error.message;

  const detail = document.createElement("p");
  detail.className = "loading-detail";
  detail.textContent = error.cause instanceof Error ? error.cause.message : "";

  const retry = document.createElement("button");
  retry.type = "button";
  retry.textContent = "Try again";
  retry.addEventListener("click", () => location.reload());

  const heading = document.createElement("h1");
  heading.textContent = document.title;

  const main = document.createElement("main");
  main.className = "loading";
  main.append(heading, message, detail, retry);
  document.getElementById("page").replaceChildren(main);
}

try {
  await start();
  // A browser that keeps nothing only lacks the page offline.
  navigator.serviceWorker?.register("offline.js").catch(() => {});
} catch (error) {
  console.error(error);
  show(error);
}
