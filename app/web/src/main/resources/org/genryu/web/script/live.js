// Forms that answer while one types: the answer below them is fetched anew, the address follows. Without this script
// their button does the same.
"use strict";

const WAIT = 600;

/** The address that the form asks for, its ticks of one name joined, blanks left out. */
function addressOf(form) {
  const ticks = new Map();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") {
      ticks.set(name, (ticks.has(name) ? ticks.get(name) + "," : "") + value.trim());
    }
  }
  return form.getAttribute("action") + "?" + new URLSearchParams([...ticks].sort());
}

/** Puts the answer of an address in place of the one that is shown, and goes on until it is there. */
async function renew(form, address, turn) {
  const target = document.getElementById(form.dataset.live);
  target.setAttribute("aria-busy", "true");
  const got = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await got.text(), "text/html");
  if (form.turn !== turn) {
    return; // something newer was asked for
  }
  const fresh = page.getElementById(form.dataset.live);
  const sizes = page.querySelector('link[href^="/style/sizes.css"]');
  if (sizes) {
    document.head.append(document.importNode(sizes, true));
  }
  if (!fresh) {
    location.assign(address);
    return;
  }
  const open = new Set([...target.querySelectorAll("details[open]")].map((one) => one.parentElement.id));
  target.replaceChildren(...fresh.childNodes);
  target.querySelectorAll("details").forEach((one) => {
    if (one.parentElement.id && open.has(one.parentElement.id)) {
      one.open = true;
    }
  });
  const job = target.querySelector("[data-job]");
  if (job && job.dataset.job) {
    const events = new EventSource("/jobs/" + job.dataset.job + "/events" + location.search);
    events.addEventListener("over", () => {
      events.close();
      renew(form, address, turn);
    });
    return;
  }
  target.removeAttribute("aria-busy");
  target.dispatchEvent(new CustomEvent("genryu:answer", { bubbles: true }));
}

document.querySelectorAll("form[data-live]").forEach((form) => {
  form.turn = 0;
  let timer = 0;
  const ask = () => {
    const address = addressOf(form);
    history.replaceState(null, "", address);
    const link = document.getElementById("permalink");
    if (link) {
      const kept = new URL(link.href).searchParams.get("case");
      const all = new URL(address, location.href);
      if (kept) {
        all.searchParams.set("case", kept);
      }
      link.href = all.pathname + all.search;
    }
    form.turn += 1;
    renew(form, address, form.turn);
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
});
