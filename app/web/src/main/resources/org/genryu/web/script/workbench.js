// What scripts add to pages that work without them: progress as it happens, the link on the clipboard.
"use strict";

/** Follows a job and shows the answer as soon as it is there. People who listen are told every five seconds. */
function follow(panel) {
  const stage = panel.querySelector("[data-stage]");
  const steps = panel.querySelector("[data-steps]");
  const bar = panel.querySelector("progress");
  const events = new EventSource("/jobs/" + panel.dataset.job + "/events" + location.search);
  let told = 0;
  events.addEventListener("step", (event) => {
    const [done, total, words] = event.data.split("\t");
    if (bar && Number(total) > 0) {
      bar.max = Number(total);
      bar.value = Number(done);
    } else if (bar) {
      bar.removeAttribute("value");
    }
    if (stage && Date.now() - told > 5000 || stage && stage.textContent !== words) {
      told = Date.now();
      stage.textContent = words;
    }
    if (steps) {
      steps.textContent = Number(total) > 0 ? done + " / " + total : "";
    }
  });
  events.addEventListener("over", () => {
    events.close();
    location.reload();
  });
}

document.querySelectorAll("[data-job]").forEach((panel) => {
  if (panel.dataset.job) {
    follow(panel);
  }
});

document.querySelectorAll("[data-copy]").forEach((button) => {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const link = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(link.href);
    const said = button.parentElement.querySelector("[data-said]");
    said.textContent = said.dataset.said;
  });
});
