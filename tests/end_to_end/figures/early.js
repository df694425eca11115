// What a page says before it knows the element.
document.getElementById("second").question = "Where is the hat?";
document.getElementById("second").story = "Mary got the hat.\nMary went to the garden.";

// What the figures tell it.
window.told = [];
for (const type of ["answer", "error"]) {
  document.addEventListener(type, ({ target, detail }) => {
    const said = type === "answer" ? detail.answers[0].answer : detail.code;
    window.told.push(`${target.id}: ${type} ${said}`);
  });
}
