const story = document.querySelector("textarea");
const answer = document.querySelector("output");
const [fail, image, get] = document.querySelectorAll("button");

story.addEventListener("input", () => (answer.textContent = story.value));
fail.addEventListener("click", () => {
  throw new Error("failed on demand");
});
image.addEventListener("click", () => document.querySelector("main").append(new Image()));
get.addEventListener("click", async () => {
  answer.textContent = "fetching";
  const response = await fetch("letter.txt").catch(() => ({ status: "no answer" }));
  answer.textContent = response.status === 200 ? await response.text() : response.status;
});
