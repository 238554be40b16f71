// What scripts add to figures: the picture drawn anew from the table that stands under it (pictures that a server has
// drawn stay for print and for pages without scripts), a line to be moved, and the picture as a file (SVG, PNG of
// double size) with the facts of the run in it.
"use strict";

const GenryuCharts = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const LIBRARY = ["echarts.min.js", "plots.js"];
  let loading;

  /** Loads the chart library when the first picture comes near. */
  function library() {
    const load = (name) => new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = "/script/" + name;
      script.addEventListener("load", done);
      script.addEventListener("error", failed);
      document.head.append(script);
    });
    loading ??= LIBRARY.reduce((before, name) => before.then(() => load(name)), Promise.resolve());
    return loading;
  }

  // ---------------------------------------------------------------- the table under the picture

  /** Rows of a CSV file below the lines that say where it is from; a field in quotes may hold commas, quotes and ends of lines. */
  function rowsOf(text) {
    const rows = [[]];
    const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/y;
    for (let at = /^\ufeff?(#.*\r?\n)*/.exec(text)[0].length; at < text.length; ) {
      field.lastIndex = at;
      const [all, raw, end] = field.exec(text);
      const value = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
      // a word that a spreadsheet would take for a formula has an apostrophe before it
      rows.at(-1).push(value.replace(/^'(?=[=+\-@\t\r])/, ""));
      at += all.length;
      if (end !== "," && at < text.length) {
        rows.push([]);
      }
      if (all.length === 0) {
        break;
      }
    }
    return rows.filter((row) => row.length > 1 || row[0] !== "");
  }

  async function fileOf(address) {
    const inside = /^data:[^,]*;base64,(.*)$/.exec(address);
    if (inside) {
      return new TextDecoder().decode(Uint8Array.from(atob(inside[1]), (c) => c.charCodeAt(0)));
    }
    const got = await fetch(address);
    if (!got.ok) {
      throw new Error(address + ": " + got.status);
    }
    return got.text();
  }

  /** The table of a figure: every row as the file has it, and cells as people read them where they stand on the page. */
  async function tableOf(figure, plot) {
    const [heads, ...all] = rowsOf(await fileOf(figure.querySelector("a[download]").href));
    const cells = [...figure.querySelectorAll("details.table tbody tr")];
    const shown = (i, c) => (plot.data ? undefined : cells[i]?.children[c]?.firstChild?.nodeValue || undefined);
    return { heads, rows: plot.data || all, shown };
  }

  // ---------------------------------------------------------------- drawing

  function lookOf(figure, width) {
    const style = getComputedStyle(figure);
    const own = (name) => style.getPropertyValue(name).trim();
    return {
      ink: own("--ink"), line: own("--line"), panel: own("--panel"), target: own("--target"), font: style.fontFamily,
      small: 13, width, lang: document.documentElement.lang,
      dark: matchMedia("(prefers-color-scheme: dark)").matches && !matchMedia("(forced-colors: active)").matches,
      sentence: [...figure.querySelectorAll("figcaption > *")].map((one) => one.textContent).join(". "),
    };
  }

  async function draw(figure) {
    if (figure.dataset.drawn) {
      return;
    }
    figure.dataset.drawn = "busy";
    const plot = JSON.parse(figure.dataset.plot);
    const [table] = await Promise.all([tableOf(figure, plot), library()]);
    if (table.rows.length === 0) {
      figure.dataset.drawn = "empty";
      return;
    }
    const frame = document.createElement("div");
    frame.className = "scroll drawing" + (figure.querySelector(":scope > .scroll, :scope > .many") ? "" : " alone");
    frame.setAttribute("role", "region");
    frame.setAttribute("tabindex", "0");
    frame.setAttribute("aria-labelledby", figure.getAttribute("aria-labelledby"));
    const box = document.createElement("div");
    frame.append(box);
    figure.querySelector("figcaption").after(frame);
    figure.classList.add("redrawn");
    let chart;
    let threshold;
    const paint = () => {
      const room = frame.clientWidth;
      if (room === 0) {
        return;
      }
      let made = GenryuPlots.of(plot, table, lookOf(figure, room));
      const width = Math.max(room, made.least || 0);
      if (width > room) {
        made = GenryuPlots.of(plot, table, lookOf(figure, width));
      }
      box.style.width = width + "px";
      box.style.height = Math.ceil(made.height) + "px";
      chart?.dispose();
      chart = echarts.init(box, null, { renderer: "svg" });
      chart.setOption(made.option);
      threshold = made.threshold && moved(figure, frame, chart, made.threshold, threshold);
    };
    paint();
    let last = frame.clientWidth;
    new ResizeObserver(() => {
      if (frame.clientWidth !== last) {
        last = frame.clientWidth;
        paint();
      }
    }).observe(frame);
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(query).addEventListener("change", paint);
    }
    figure.querySelectorAll("details.table[open]").forEach((table) => { table.open = table.querySelectorAll("tr").length < 16; });
    figure.dataset.drawn = "yes";
    tools(figure);
  }

  /** A line that mouse, touch and arrow keys move, and that says what it means; where it stands is part of the address. */
  function moved(figure, frame, chart, line, before) {
    const name = "at-" + figure.id;
    const asked = Number(new URLSearchParams(location.search).get(name) || NaN);
    let row = before?.row;
    const set = (value, keep) => {
      const t = Math.min(line.high, Math.max(line.low, Math.round((value - line.low) / line.step) * line.step + line.low));
      const at = Number((Math.round(t / line.step) * line.step).toPrecision(9));
      before.at = at;
      chart.setOption(line.moved(at));
      before.slider.value = String(at);
      before.slider.setAttribute("aria-valuetext", line.says(at));
      before.said.textContent = line.says(at);
      if (keep) {
        const address = new URL(location.href);
        address.searchParams.set(name, String(at));
        address.searchParams.sort();
        history.replaceState(null, "", address);
        const link = document.getElementById("permalink");
        if (link) {
          const there = new URL(link.href);
          there.searchParams.set(name, String(at));
          there.searchParams.sort();
          link.href = there.pathname + there.search;
        }
      }
    };
    if (!before) {
      row = document.createElement("p");
      row.className = "threshold";
      const label = document.createElement("label");
      label.textContent = JSON.parse(figure.dataset.plot).label + " ";
      const slider = document.createElement("input");
      Object.assign(slider, { type: "range", min: line.low, max: line.high, step: "any" });
      label.append(slider);
      const said = document.createElement("output");
      said.setAttribute("aria-live", "polite");
      row.append(label, " ", said);
      frame.after(row);
      before = { row, slider, said, at: Number.isFinite(asked) ? asked : line.start, set };
      slider.addEventListener("keydown", (event) => {
        const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
        if (step) {
          event.preventDefault();
          before.set(before.at + step * line.step, true);
        }
      });
      slider.addEventListener("input", () => before.set(Number(slider.value), true));
    }
    before.set = set;
    let held = false;
    const drag = (event) => {
      if (held) {
        before.set(line.value(chart, event.offsetX), true);
      }
    };
    const surface = chart.getZr();
    surface.on("mousedown", (event) => { held = true; drag(event); });
    surface.on("mousemove", drag);
    surface.on("mouseup", () => { held = false; });
    surface.on("globalout", () => { held = false; });
    set(before.at, false);
    return before;
  }

  // ---------------------------------------------------------------- the picture as a file

  const PAINT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "fill-opacity",
    "font-size", "font-weight", "font-family", "text-anchor", "paint-order", "visibility", "display"];

  const pictureOf = (figure) => figure.querySelector(".drawing svg") ?? figure.querySelector("svg[viewBox]:not(.key svg)");

  /** Words in lines that are no longer than the picture is wide. */
  function linesOf(text, width, size) {
    const lines = [""];
    for (const word of text.split(/(?<=[\s、。・])/u)) {
      const long = [...(lines.at(-1) + word)].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x2e80 ? 0.56 : 1), 0) * size;
      if (long > width - 16 && lines.at(-1) !== "") {
        lines.push("");
      }
      lines[lines.length - 1] += word;
    }
    return lines;
  }

  /** A copy that carries its own style, its patterns, a title and the facts of the run. */
  function alone(figure) {
    const svg = pictureOf(figure);
    const view = svg.viewBox.baseVal;
    const box = view && view.width > 0 ? view : { x: 0, y: 0, width: svg.width.baseVal.value, height: svg.height.baseVal.value };
    const title = linesOf(figure.querySelector("figcaption h3")?.textContent ?? "", box.width, 15);
    const facts = factsOf(figure).flatMap((fact) => linesOf(fact, box.width, 11));
    const head = 16 + 20 * title.length + 15 * facts.length;
    const copy = svg.cloneNode(true);
    const from = [svg, ...svg.querySelectorAll("*")];
    const to = [copy, ...copy.querySelectorAll("*")];
    from.forEach((one, i) => {
      const style = getComputedStyle(one);
      PAINT.forEach((name) => {
        const value = style.getPropertyValue(name);
        if (value && value !== "normal" && !(name === "fill" && one === svg)) {
          to[i].setAttribute(name, value.replace(/url\("?[^#"]*#([^")]*)"?\)/, "url(#$1)"));
        }
      });
      to[i].removeAttribute("class");
      to[i].removeAttribute("style");
    });
    copy.setAttribute("xmlns", SVG);
    copy.setAttribute("viewBox", `${box.x} ${box.y - head} ${box.width} ${box.height + head + 8}`);
    copy.setAttribute("width", box.width);
    copy.setAttribute("height", box.height + head + 8);
    const page = getComputedStyle(figure);
    const ground = document.createElementNS(SVG, "rect");
    Object.entries({ x: box.x, y: box.y - head, width: box.width, height: box.height + head + 8 })
      .forEach(([name, value]) => ground.setAttribute(name, value));
    ground.setAttribute("fill", page.backgroundColor === "rgba(0, 0, 0, 0)" ? "#fff" : page.backgroundColor);
    copy.prepend(ground);
    document.querySelectorAll("svg.defs defs").forEach((defs) => copy.prepend(defs.cloneNode(true)));
    let y = box.y - head + 2;
    const words = (text, height, weight) => {
      y += height * 1.3;
      const line = document.createElementNS(SVG, "text");
      Object.entries({ x: box.x + 8, y, "font-size": height, "font-weight": weight, "font-family": page.fontFamily, fill: page.color })
        .forEach(([name, value]) => line.setAttribute(name, value));
      line.textContent = text;
      copy.append(line);
    };
    title.forEach((line) => words(line, 15, 700));
    facts.forEach((line) => words(line, 11, 400));
    return copy;
  }

  /** Case, scenario, run, date, filters and label, as the page says them. */
  function factsOf(figure) {
    const [runName, filterName, none] = document.documentElement.lang === "ja" ? ["計算", "条件", "なし"] : ["Run", "Filters", "none"];
    const chosen = [...document.querySelectorAll("header.bar .picker select")]
      .map((one) => one.closest("label").firstChild.nodeValue.trim() + ": " + (one.selectedOptions[0]?.textContent ?? ""));
    const filters = [...new URLSearchParams(location.search)]
      .filter(([name]) => !["lang", "case", "scenario"].includes(name))
      .map(([name, value]) => name + "=" + value);
    return [chosen.join(" · "), figure.querySelector("p.run")?.textContent ?? "",
      runName + ": " + (figure.closest("[data-run]")?.dataset.run ?? none),
      [document.querySelector("header.bar .chip").textContent, filterName + ": " + (filters.join(" · ") || none),
        new Date().toISOString().slice(0, 10)].join(" · ")]
      .filter((text) => text !== "");
  }

  function nameOf(figure) {
    const table = figure.querySelector("a[download]")?.getAttribute("download");
    return (table ?? "genryu-" + (figure.id || "figure")).replace(/\.csv$/, "");
  }

  function save(name, blob) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  const textOf = (svg) => new XMLSerializer().serializeToString(svg);

  function saveSvg(figure) {
    save(nameOf(figure) + ".svg", new Blob([textOf(alone(figure))], { type: "image/svg+xml" }));
  }

  async function savePng(figure) {
    const copy = alone(figure);
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([textOf(copy)], { type: "image/svg+xml" }));
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * Number(copy.getAttribute("width"));
    canvas.height = 2 * Number(copy.getAttribute("height"));
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    canvas.toBlob((blob) => save(nameOf(figure) + ".png", blob), "image/png");
  }

  function button(words, act) {
    const one = document.createElement("button");
    one.type = "button";
    one.className = "second small";
    one.textContent = words;
    one.addEventListener("click", act);
    return one;
  }

  function tools(figure) {
    if (!pictureOf(figure) || figure.dataset.tools) {
      return;
    }
    figure.dataset.tools = "yes";
    const row = document.createElement("p");
    row.className = "pictures";
    const title = figure.querySelector("figcaption h3")?.textContent ?? "";
    for (const [words, act] of [["PNG", savePng], ["SVG", saveSvg]]) {
      const one = button(words, () => act(figure));
      one.setAttribute("aria-label", words + ": " + title);
      row.append(one);
    }
    (figure.querySelector(".tools") ?? figure).append(row);
  }

  /** Draws a figure when it comes near; should that fail, what the server has drawn stays. */
  const near = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
    near.unobserve(target);
    draw(target).catch((trouble) => {
      target.dataset.drawn = "failed";
      target.classList.remove("redrawn");
      target.querySelector(".drawing")?.remove();
      console.error(trouble);
    });
  }), { rootMargin: "600px" });

  function dress(root) {
    root.querySelectorAll("figure").forEach(tools);
    root.querySelectorAll("figure[data-plot]").forEach((figure) => near.observe(figure));
  }

  return { dress };
})();

GenryuCharts.dress(document);
document.addEventListener("genryu:answer", (event) => GenryuCharts.dress(event.target));
