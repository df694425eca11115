// Starts the page's program once more, in a worker, where training cannot make the page stutter.
// The page hands over the address of the program and its compiled module, so that nothing is
// downloaded or compiled twice.

self.addEventListener(
  "message",
  async ({ data: { program, module } }) => {
    const { default: start } = await import(program);
    await start({ module_or_path: module });
  },
  { once: true },
);
