// What a picture looks like: from the rows of a table and what its columns are, the options of the chart library.
// Every number comes from the table; nothing is counted here but places on the screen.
"use strict";

const GenryuPlots = (() => {
  // Okabe and Ito (2008) in the order of the server's palette, and what tells areas apart without colour.
  const COLOURS = ["#d55e00", "#0072b2", "#56b4e9", "#009e73", "#cc79a7", "#f0e442", "#e69f00", "#767676"];
  const BLUE = COLOURS[1];
  const ORANGE = COLOURS[0];
  const INK = "rgba(0,0,0,0.65)";
  const DECALS = [
    { symbol: "none" },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: -Math.PI / 4, color: INK },
    { symbol: "circle", symbolSize: 0.7, dashArrayX: [[5, 5], [0, 5, 5, 0]], dashArrayY: [5, 0], color: INK },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: Math.PI / 4, color: INK },
  ];
  const DASHES = ["solid", "dashed", "dotted", [12, 3, 2, 3]];
  const MARKS = ["circle", "triangle", "rect", "diamond"];
  const ROW = 27;
  /** Smaller parts leave a cell empty; the table has them. */
  const LEAST = 0.001;

  /** A class of the server's palette, such as f3p1; else the n-th fill. */
  function fill(plot, name, n) {
    const known = /^f(\d)(?:p(\d))?$/.exec((plot.paints || {})[name] || "");
    const colour = known ? Number(known[1]) : [1, 0, 3, 6, 4, 2, 5][n % 7];
    const pattern = known ? Number(known[2] || 0) : Math.floor(n / 7) % 4;
    return { color: COLOURS[colour], decal: DECALS[pattern] };
  }

  const distinct = (all) => [...new Set(all)];

  /** What the pictures of one table share. */
  function desk(plot, table, look) {
    const { rows, heads } = table;
    const number = (row, c) => (row[c] === "" || row[c] === undefined ? NaN : Number(row[c]));
    const name = (row, columns) => columns.map((c) => row[c]).filter((text) => text !== "").join(" · ");
    const short = (value) => {
      if (plot.unit === "%") {
        return GenryuFormat.percent(value).replace(/\.0%$/, "%");
      }
      return GenryuFormat.axis(value / (plot.per || 1), look.lang);
    };
    const shown = (i, c) => table.shown(i, c) ?? (plot.unit === "%" ? GenryuFormat.percent(number(rows[i], c)) : rows[i][c]);
    const tip = (i, names, values) =>
      [name(rows[i], names), ...values.filter((c) => rows[i][c] !== "").map((c) => heads[c] + ": " + shown(i, c))].join("\n");
    const text = { color: look.ink, fontSize: look.small };
    const value = (more) => ({
      type: "value",
      axisLabel: { ...text, formatter: short, hideOverlap: true },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: look.line } },
      ...more,
    });
    const category = (data, more) => ({
      type: "category",
      data,
      axisLabel: { ...text, hideOverlap: true },
      axisLine: { lineStyle: { color: look.ink } },
      axisTick: { show: false },
      ...more,
    });
    const room = Math.min(plot.name && plot.name.length > 2 ? 360 : 300, Math.max(90, look.width * 0.34));
    const wide = (words) => [...words].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x2e80 ? 0.55 : 1), 0) * look.small;
    const names = (data) => category(data, {
      inverse: true,
      axisLabel: { ...text, width: room, overflow: "break", interval: 0, lineHeight: look.small + 3 },
    });
    const lines = (data) => Math.max(1, ...data.map((one) => Math.ceil((wide(one) * 1.08) / room)));
    const high = (data) => data.length * Math.max(ROW, lines(data) * (look.small + 3) + 6);
    const grid = { left: 8, right: 24, top: 8, bottom: plot.line === undefined ? 8 : 24, outerBoundsMode: "same", outerBoundsContain: "axisLabel" };
    const legend = (more) => ({
      type: "scroll", top: 0, left: 0, itemWidth: 22, itemHeight: 12, textStyle: text,
      pageTextStyle: text, pageIconColor: look.ink, pageIconInactiveColor: look.line, itemStyle: { borderWidth: 0.8 }, ...more,
    });
    const base = {
      animation: false,
      textStyle: { fontFamily: look.font, fontSize: look.small, color: look.ink },
      aria: { enabled: true, label: { description: look.sentence }, decal: { show: true } },
      tooltip: {
        trigger: "item", renderMode: "richText", confine: true, backgroundColor: look.panel, borderColor: look.ink,
        textStyle: { color: look.ink, fontSize: look.small }, formatter: (p) => (p.data && p.data.tip) || p.name,
      },
    };
    const edge = { borderColor: look.ink, borderWidth: 0.8 };
    const line = plot.line === undefined ? [] : [{ value: plot.line, name: plot.lineName || "" }];
    const target = (axis) => (line.length === 0 ? undefined : {
      silent: true, symbol: "none", lineStyle: { color: look.target, type: "dashed", width: 2 },
      label: { ...text, color: look.ink, formatter: plot.lineName || "", position: axis === "xAxis" ? "end" : "insideEndTop" },
      data: [{ [axis]: plot.line }],
    });
    return { plot, rows, heads, look, number, name, short, shown, tip, text, value, category, names, high, grid, legend,
      base, edge, target };
  }

  /** Boxes from value to value, one or more a row. */
  function boxes(d, data, items, more) {
    return {
      type: "custom",
      encode: { x: [0, 1], y: 2 },
      data: items.map((one) => ({ value: [one.from, one.to, one.at], tip: one.tip, name: data[one.at] })),
      renderItem: (params, api) => {
        const one = items[params.dataIndex];
        const a = api.coord([one.from, one.at]);
        const b = api.coord([one.to, one.at]);
        const height = Math.min(20, api.size([0, 1])[1] * 0.7);
        const left = Math.min(a[0], b[0]);
        const width = Math.max(1.5, Math.abs(b[0] - a[0]));
        const middle = a[1];
        const words = one.words
          ? [{ type: "text", silent: true,
              style: { text: one.words, x: one.left ? left - 6 : left + width + 6, y: middle, fill: d.look.ink,
                font: d.look.small + "px " + d.look.font, align: one.left ? "right" : "left", verticalAlign: "middle",
                stroke: d.look.panel, lineWidth: 3 } }]
          : [];
        return { type: "group", children: [
          { type: "rect", shape: { x: left, y: middle - height / 2, width, height },
            style: { fill: one.color, stroke: d.look.ink, lineWidth: 0.8 } },
          ...(one.hatched ? hatching(left, middle - height / 2, width, height, d.look.ink) : []),
          ...words] };
      },
      ...more,
    };
  }

  /** Falling lines inside a box, so that it differs without colour. */
  function hatching(x, y, width, height, ink) {
    const lines = [];
    for (let at = -height; at < width && lines.length < 200; at += 7) {
      const from = Math.max(0, -at);
      const to = Math.min(height, width - at);
      if (to > from) {
        lines.push({ type: "line", silent: true, shape: { x1: x + at + from, y1: y + from, x2: x + at + to, y2: y + to },
          style: { stroke: ink, lineWidth: 1, opacity: 0.7 } });
      }
    }
    return lines;
  }

  /** The area between two lines over places of the x axis. */
  function area(xs, low, high, color, opacity, name, more) {
    const seen = xs.map((_, t) => t).filter((t) => Number.isFinite(low[t]) && Number.isFinite(high[t]));
    return {
      type: "custom", name, clip: true, silent: true, z: 1, itemStyle: { color, opacity },
      encode: { x: 0, y: [1, 2] },
      data: seen.map((t) => [t, low[t], high[t]]),
      renderItem: (params, api) => (params.dataIndex > 0 ? undefined : {
        type: "polygon",
        shape: { points: [...seen.map((t) => api.coord([t, high[t]])), ...seen.slice().reverse().map((t) => api.coord([t, low[t]]))] },
        style: { fill: color, opacity },
      }),
      ...more,
    };
  }

  const KINDS = {
    bars(d) {
      const rows = d.rows.slice(0, d.plot.most || d.rows.length);
      const data = rows.map((row) => d.name(row, d.plot.name));
      const c = d.plot.value[0];
      const paint = (row, i) => (d.plot.part ? fill(d.plot, row[d.plot.part[0]], i) : { color: BLUE, decal: DECALS[0] });
      return { height: d.high(data) + 46, option: {
        grid: { ...d.grid, right: 110 }, xAxis: d.value({ position: "top" }), yAxis: d.names(data),
        series: [{ type: "bar", barMaxWidth: 18, markLine: d.target("xAxis"),
          label: { ...d.text, show: true, position: "right", formatter: (p) => p.data.words },
          data: rows.map((row, i) => ({ value: d.number(row, c), words: d.shown(i, c), itemStyle: { ...d.edge, ...paint(row, i) },
            tip: d.tip(i, d.plot.name, d.plot.value) })) }],
      } };
    },

    stacked(d) {
      const all = distinct(d.rows.map((row) => d.name(row, d.plot.name)));
      const data = all.slice(0, d.plot.most || all.length);
      const parts = distinct(d.rows.map((row) => d.name(row, d.plot.part)));
      const c = d.plot.value[0];
      const series = parts.map((part, n) => {
        const values = data.map(() => ({ value: null }));
        d.rows.forEach((row, i) => {
          const at = data.indexOf(d.name(row, d.plot.name));
          if (at >= 0 && d.name(row, d.plot.part) === part) {
            values[at] = { value: d.number(row, c), tip: d.tip(i, [...d.plot.name, ...d.plot.part], d.plot.value) };
          }
        });
        return { type: "bar", stack: "all", name: part, barMaxWidth: 18, data: values,
          itemStyle: { ...d.edge, borderWidth: 0.5, ...fill(d.plot, part, n) }, markLine: n === 0 ? d.target("xAxis") : undefined };
      });
      return { height: d.high(data) + 90, option: {
        legend: d.legend(), grid: { ...d.grid, top: 34 }, yAxis: d.names(data), series,
        xAxis: d.value({ position: "top", ...(d.plot.unit === "%" ? { max: 1, min: 0 } : {}) }),
      } };
    },

    lines(d) {
      const panelOf = (row) => (d.plot.panel ? d.name(row, d.plot.panel) : "");
      const panels = distinct(d.rows.map(panelOf)).slice(0, d.plot.most || 60);
      const across = Math.max(1, Math.min(panels.length, Math.floor(d.look.width / 290)));
      const wide = (d.look.width - 8) / across;
      const high = panels.length === 1 ? 250 : 160;
      const head = panels.length > 1 ? 48 : 6;
      const option = { legend: d.legend(), grid: [], title: [], xAxis: [], yAxis: [], series: [] };
      const seen = [];
      panels.forEach((panel, k) => {
        const left = (k % across) * wide;
        const top = 34 + Math.floor(k / across) * (high + head);
        const here = d.rows.map((row, i) => i).filter((i) => panelOf(d.rows[i]) === panel);
        const xs = distinct(here.map((i) => d.name(d.rows[i], d.plot.x)));
        const unit = d.plot.units ? d.rows[here[0]][d.plot.units[0]] : "";
        option.grid.push({ left: left + 6, top: top + head, width: wide - 22, height: high, outerBoundsMode: "same",
          outerBoundsContain: "axisLabel" });
        option.title.push({ text: panel + (unit === "" ? "" : " (" + unit + ")"), left: left + 4, top: top + 8,
          textStyle: { ...d.text, fontWeight: 600, width: wide - 24, overflow: "break", lineHeight: 16 } });
        option.xAxis.push(d.category(xs, { gridIndex: k, boundaryGap: false }));
        option.yAxis.push(d.value({ gridIndex: k, scale: true, splitNumber: 4 }));
        const parts = d.plot.part ? distinct(here.map((i) => d.rows[i][d.plot.part[0]])) : [""];
        parts.forEach((part) => d.plot.value.forEach((c, v) => {
          const name = [part, d.plot.value.length > 1 || part === "" ? d.heads[c] : ""].filter((w) => w).join(" · ");
          if (!seen.includes(name)) {
            seen.push(name);
          }
          const n = seen.indexOf(name);
          const { color } = fill(d.plot, part || name, n);
          const mine = here.filter((i) => !d.plot.part || d.rows[i][d.plot.part[0]] === part);
          const at = (i) => xs.indexOf(d.name(d.rows[i], d.plot.x));
          const column = (column) => {
            const values = xs.map(() => NaN);
            mine.forEach((i) => { values[at(i)] = d.number(d.rows[i], column); });
            return values;
          };
          const band = d.plot.low && area(xs, column(d.plot.low[v]), column(d.plot.high[v]), color, 0.28, name, { xAxisIndex: k, yAxisIndex: k });
          option.series.push({ type: "line", name, xAxisIndex: k, yAxisIndex: k, symbol: MARKS[n % 4], symbolSize: 6, z: 3,
            showAllSymbol: xs.length < 30, color, lineStyle: { width: 2.2, type: DASHES[n % 4], color },
            itemStyle: { color, borderColor: d.look.ink, borderWidth: 0.8 }, markLine: v === 0 ? d.target("yAxis") : undefined,
            data: mine.map((i) => ({ value: [at(i), d.number(d.rows[i], c)],
              tip: d.tip(i, [...(d.plot.panel || []), ...(d.plot.part || []), ...d.plot.x], d.plot.value) })) });
          if (band) {
            option.series.push(band);
          }
        }));
      });
      if (panels.length === 1) {
        option.title = [];
      }
      option.aria = { ...d.base.aria, decal: { show: false } };
      return { height: 34 + Math.ceil(panels.length / across) * (high + head) + 10, option };
    },

    fan(d) {
      const xs = d.rows.map((row) => d.name(row, d.plot.x));
      const column = (c) => d.rows.map((row) => d.number(row, c));
      const [middle] = d.plot.value;
      const bands = d.plot.low.map((low, b) => area(xs, column(low), column(d.plot.high[b]), BLUE, b === 0 ? 0.25 : 0.5,
        d.heads[low] + "–" + d.heads[d.plot.high[b]]));
      return { height: 320, option: {
        aria: { ...d.base.aria, decal: { show: false } },
        legend: d.legend(), grid: { ...d.grid, top: 34 }, xAxis: d.category(xs, { boundaryGap: false }), yAxis: d.value({ scale: d.plot.line === undefined }),
        series: [...bands, { type: "line", name: d.heads[middle], symbol: "circle", symbolSize: 6, z: 3, color: d.look.ink,
          lineStyle: { width: 2.4, color: d.look.ink }, itemStyle: { color: d.look.ink }, markLine: d.target("yAxis"),
          data: d.rows.map((row, i) => ({ value: d.number(row, middle),
            tip: d.tip(i, d.plot.x, [...d.plot.low, middle, ...d.plot.high.slice().reverse()]) })) }],
      } };
    },

    /** Dots of equal chance, stacked where they would lie on each other; those without a value stand at the end. */
    dots(d) {
      const c = d.plot.value[0];
      const values = d.rows.map((row) => d.number(row, c));
      const finite = values.filter(Number.isFinite);
      const low = Math.min(...finite, 0 < finite.length ? Infinity : 0);
      const high = Math.max(...finite, 0 < finite.length ? -Infinity : 1);
      const whole = finite.every(Number.isInteger) && high - low <= 40;
      const step = whole ? 1 : Math.max((high - low) / 24, Math.abs(high) * 1e-9, 1e-12);
      const place = (v) => (whole ? v : low + (Math.round((v - low) / step)) * step);
      const last = high + 2.5 * step;
      const stacks = new Map();
      const shown = values.map((v, i) => {
        const x = Number.isFinite(v) ? place(v) : last;
        const key = x.toPrecision(9);
        stacks.set(key, (stacks.get(key) || 0) + 1);
        return { x, y: stacks.get(key), value: v, i };
      });
      const tallest = Math.max(...stacks.values());
      const beyond = values.length > finite.length;
      const before = (t, one) => Number.isFinite(one.value) && one.value < t;
      const points = (t) => shown.map((one) => ({ value: [one.x, one.y],
        itemStyle: before(t, one) ? { color: ORANGE, borderColor: d.look.ink, borderWidth: 1 }
          : { color: d.look.panel, borderColor: d.look.dark ? COLOURS[2] : BLUE, borderWidth: 2 },
        tip: Number.isFinite(one.value) ? d.heads[c] + ": " + d.shown(one.i, c) : d.plot.beyond || "—" }));
      const size = Math.max(7, Math.min(16, (d.look.width - 60) / ((last - low) / step + 3) * 0.92));
      const middle = finite.length > 0 ? finite.slice().sort((a, b) => a - b)[Math.floor(finite.length / 2)] : 0;
      const start = d.plot.line > low && d.plot.line < high ? d.plot.line : middle;
      const rule = (t) => ({ silent: true, symbol: "none", lineStyle: { color: d.look.target, width: 2.5 }, label: { show: false },
        data: [{ xAxis: t }] });
      const axis = { low: low - 2 * step, high: beyond ? last + step : high + 2 * step };
      return {
        height: Math.max(130, tallest * (size + 1) + 70),
        threshold: {
          low: whole ? low : axis.low, high: high + step, step: whole ? 1 : (high - low) / 100 || 1, start,
          says: (t) => d.plot.says.replaceAll("%1$s", String(shown.filter((one) => before(t, one)).length))
            .replaceAll("%2$s", String(values.length)).replaceAll("%3$s", d.short(t)),
          moved: (t) => ({ series: [{ data: points(t), markLine: rule(t) }] }),
          value: (chart, px) => chart.convertFromPixel({ xAxisIndex: 0 }, px),
        },
        option: {
          grid: { ...d.grid, top: 12 },
          xAxis: d.value({ min: axis.low, max: axis.high, splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: d.look.ink } },
            axisLabel: { ...d.text, hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: (v) => (beyond && v > high + step ? "" : d.short(v)) } }),
          yAxis: d.value({ min: 0.3, max: Math.max(tallest + 0.7, 5), show: false }),
          series: [{ type: "scatter", symbolSize: size, data: points(start), markLine: rule(start),
            markPoint: beyond ? { symbol: "rect", symbolSize: 0.01, silent: true, label: { ...d.text, position: "top", formatter: d.plot.beyond || "—" },
              data: [{ coord: [last, (stacks.get(last.toPrecision(9)) || 0) + 0.6] }] } : undefined }],
        },
      };
    },

    classes(d) {
      const [low, high, share] = [d.plot.low[0], d.plot.high[0], d.plot.value[0]];
      const densest = Math.max(...d.rows.map((row) => d.number(row, share) / (d.number(row, high) - d.number(row, low))));
      return { height: 280, option: {
        grid: { ...d.grid, top: 24, left: 44, right: 44 }, xAxis: d.value({ scale: true, splitLine: { show: false } }), yAxis: d.value({ show: false, max: 1.05, min: 0 }),
        series: [{ type: "custom", clip: true, encode: { x: [0, 1], y: 2 }, markLine: d.target("xAxis"),
          data: d.rows.map((row, i) => ({ value: [d.number(row, low), d.number(row, high),
            d.number(row, share) / (d.number(row, high) - d.number(row, low)) / densest], tip: d.tip(i, [], [low, high, share]) })),
          renderItem: (_, api) => {
            const a = api.coord([api.value(0), api.value(2)]);
            const b = api.coord([api.value(1), 0]);
            return { type: "rect", shape: { x: a[0], y: a[1], width: Math.max(1, b[0] - a[0]), height: b[1] - a[1] },
              style: { fill: COLOURS[2], stroke: d.look.ink, lineWidth: 0.7 } };
          } }],
      } };
    },

    waterfall(d) {
      const levels = new Set(d.plot.rows || []);
      const data = d.rows.map((row) => d.name(row, d.plot.name));
      const c = d.plot.value[0];
      let at = 0;
      const items = d.rows.map((row, i) => {
        const value = d.number(row, c);
        const from = levels.has(i) ? 0 : at;
        at = levels.has(i) ? value : at + value;
        return { from, to: at, at: i, words: d.shown(i, c), tip: d.tip(i, d.plot.name, d.plot.value), left: at < from && at < 0,
          color: levels.has(i) ? COLOURS[7] : value < 0 ? ORANGE : BLUE, hatched: !levels.has(i) && value < 0 };
      });
      return { height: d.high(data) + 46, option: {
        grid: { ...d.grid, left: 8, right: 120 }, xAxis: d.value({ position: "top" }), yAxis: d.names(data), series: [boxes(d, data, items)],
      } };
    },

    tornado(d) {
      const data = d.rows.map((row) => d.name(row, d.plot.name));
      const base = d.plot.line ?? 0;
      const items = d.rows.flatMap((row, i) => [0, 1].map((end) => {
        const to = d.number(row, d.plot.value[end]);
        return { from: base, to, at: i, words: d.shown(i, d.plot.input[end]), left: to < base, hatched: end === 0,
          color: end === 0 ? COLOURS[6] : BLUE, tip: d.tip(i, d.plot.name, [...d.plot.input, ...d.plot.value]) };
      }));
      const room = (items.reduce((most, one) => Math.max(most, one.to), base) - items.reduce((least, one) => Math.min(least, one.to), base)) * 0.16;
      return { height: d.high(data) + 60, option: {
        grid: d.grid, yAxis: d.names(data), series: [boxes(d, data, items, { markLine: d.target("xAxis") })],
        xAxis: d.value({ position: "top", min: (v) => v.min - room, max: (v) => v.max + room, axisLabel: { ...d.text, formatter: d.short, hideOverlap: true, showMinLabel: false, showMaxLabel: false } }),
      } };
    },

    /** Fixed columns and order; what comes from or goes to nowhere stands as a stub beside its bar. */
    sankey(d) {
      const [fromStage, from] = d.plot.from;
      const [toStage, to] = d.plot.to;
      const c = d.plot.value[0];
      const stages = d.plot.stages;
      const nodes = new Map();
      const node = (key, depth, name, more) => {
        if (!nodes.has(key)) {
          nodes.set(key, { name: key, depth, words: name, itemStyle: { borderColor: d.look.ink, borderWidth: 0.8, ...fill(d.plot, name, nodes.size) }, ...more });
        }
        return key;
      };
      const depth = (stage) => stages.indexOf(stage) + 1;
      const links = d.rows.map((row, i) => {
        const mark = { label: { position: row[from] === "" ? "left" : "right" }, stub: true,
          itemStyle: { color: d.look.panel, borderColor: d.look.ink, borderType: "dashed", borderWidth: 1, decal: DECALS[3] } };
        const kind = row[d.plot.name[0]];
        const source = row[from] === "" ? node("in " + i, depth(row[toStage]) - 1, (d.plot.marks || {})[kind] || "↻", mark)
          : node(row[fromStage] + "|" + row[from], depth(row[fromStage]), row[from]);
        const target = row[to] === "" ? node("out " + i, depth(row[fromStage]) + 1, (d.plot.marks || {})[kind] || "↻", mark)
          : node(row[toStage] + "|" + row[to], depth(row[toStage]), row[to]);
        const side = (stage, who) => (who === "" ? kind : who + " (" + stage + ")");
        const color = row[from] === "" ? d.look.line : fill(d.plot, row[from], 0).color;
        return { source, target, value: d.number(row, c), lineStyle: { color, opacity: 0.5 },
          tip: side(row[fromStage], row[from]) + " → " + side(row[toStage], row[to]) + "\n" + d.heads[c] + ": " + GenryuFormat.number(d.number(row, c)) };
      });
      const drawn = links.filter((link) => link.value > 0);
      const deepest = Math.max(...[...nodes.values()].map((one) => one.depth));
      const most = Math.max(...stages.map((stage) => distinct(d.rows.flatMap((row) => [row[fromStage] === stage ? row[from] : "", row[toStage] === stage ? row[to] : ""])).length));
      return { height: Math.max(300, 60 + most * 30), least: 760, option: {
        title: stages.map((stage, k) => ({ text: stage, top: 0, left: 1 + (k + 1) / deepest * 90 + "%", textAlign: "left",
          textStyle: { ...d.text, fontWeight: 700 } })),
        series: [{ type: "sankey", layoutIterations: 0, nodeAlign: "left", left: "1%", right: "9%", top: 28, bottom: 8, nodeWidth: 13, nodeGap: 12,
          draggable: false, emphasis: { focus: "adjacency" }, data: [...nodes.values()], links: drawn,
          label: { ...d.text, textBorderColor: d.look.panel, textBorderWidth: 3, formatter: (p) => p.data.words } }],
        tooltip: { ...d.base.tooltip, formatter: (p) => (p.dataType === "edge" ? p.data.tip : p.data.words + "\n" + GenryuFormat.number(p.value)) },
      } };
    },

    frontier(d) {
      const x = d.plot.x[0];
      return { height: 330, option: {
        legend: d.legend(), grid: { ...d.grid, top: 34, bottom: 34 },
        xAxis: d.value({ scale: true, name: d.heads[x], nameLocation: "middle", nameGap: 26, nameTextStyle: d.text }),
        yAxis: d.value({ scale: true }),
        series: d.plot.value.map((c, n) => ({ type: "line", name: d.heads[c], symbol: MARKS[n], symbolSize: 10, color: [BLUE, ORANGE][n % 2],
          lineStyle: { type: DASHES[n], width: 2 }, itemStyle: { ...d.edge, color: [BLUE, ORANGE][n % 2] },
          data: d.rows.map((row, i) => ({ value: [d.number(row, x), d.number(row, c)], tip: d.tip(i, [], [x, ...d.plot.value]) })) })),
      } };
    },

    triangle(d) {
      const corners = d.plot.value.map((c) => d.heads[c]);
      const parts = (row) => d.plot.value.map((c) => d.number(row, c));
      const place = ([, b, c]) => [b + c / 2, c * Math.sqrt(0.75)];
      const shaded = (d.plot.rows || []).map((i) => place(parts(d.rows[i])));
      const marks = d.rows.map((row, i) => i).filter((i) => !(d.plot.rows || []).includes(i) && parts(d.rows[i]).every((p) => p > -0.05));
      const spots = [];
      marks.forEach((i) => {
        const at = place(parts(d.rows[i]));
        const near = spots.find((one) => Math.hypot(one.at[0] - at[0], one.at[1] - at[1]) < 0.02);
        if (near) {
          near.rows.push(i);
        } else {
          spots.push({ at, rows: [i] });
        }
      });
      const side = Math.min(d.look.width - 150, 420);
      const ends = [[1, 0, 0], [0, 1, 0], [0, 0, 1]].map(place);
      const polygon = (points, style) => ({ type: "custom", silent: true, data: [[0, 0]], z: 1,
        renderItem: (_, api) => ({ type: "polygon", shape: { points: points.map((p) => api.coord(p)) }, style }) });
      return { height: side * 0.87 + 70, option: {
        grid: { left: Math.max(70, (d.look.width - side) / 2), width: side, top: 34, height: side * 0.866 },
        xAxis: d.value({ min: 0, max: 1, show: false }), yAxis: d.value({ min: 0, max: Math.sqrt(0.75), show: false }),
        series: [
          polygon(ends, { fill: "none", stroke: d.look.ink, lineWidth: 1.2 }),
          ...(shaded.length > 0 ? [polygon(shaded, { fill: COLOURS[2], opacity: 0.5, stroke: d.look.ink, lineWidth: 1 })] : []),
          { type: "scatter", symbolSize: 1, silent: true, data: ends.map((p, k) => ({ value: p, label: { show: true, ...d.text, fontWeight: 700,
            position: k === 2 ? "top" : "bottom", formatter: corners[k] } })) },
          { type: "scatter", symbolSize: 11, itemStyle: { color: COLOURS[6], borderColor: d.look.ink, borderWidth: 1.2 },
            labelLayout: { moveOverlap: "shiftY", hideOverlap: false },
            label: { show: true, ...d.text, position: "right", textBorderColor: d.look.panel, textBorderWidth: 3, formatter: (p) => p.data.name },
            data: spots.map((one) => ({ value: one.at, name: one.rows.map((i) => d.name(d.rows[i], d.plot.name)).join(" / "),
              tip: one.rows.map((i) => d.tip(i, d.plot.name, d.plot.value)).join("\n") })) },
        ],
      } };
    },

    ranges(d) {
      const rows = d.rows.slice(0, d.plot.most || d.rows.length);
      const data = rows.map((row) => d.name(row, d.plot.name));
      const [low, value, high] = [d.plot.low[0], d.plot.value[0], d.plot.high[0]];
      const odd = (row) => d.plot.flag && d.number(row, d.plot.flag[0]) > 0;
      const all = rows.flatMap((row) => [low, value, high].map((c) => d.number(row, c))).filter(Number.isFinite);
      const powers = Math.min(...all) > 0 && Math.max(...all) > 30 * Math.min(...all);
      const [least, most] = [Math.min(...all), Math.max(...all)];
      const end = (v, open) => (Number.isFinite(v) ? v : open);
      return { height: d.high(data) + 46, option: {
        grid: d.grid, yAxis: d.names(data),
        xAxis: { ...d.value({ position: "top", scale: true }), ...(powers ? { type: "log", logBase: 10 } : {}) },
        series: [
          { type: "custom", clip: true, encode: { x: [0, 1], y: 2 },
            data: rows.map((row, i) => ({ value: [end(d.number(row, low), least), end(d.number(row, high), most), i], tip: d.tip(i, d.plot.name, [low, value, high]) })),
            renderItem: (_, api) => {
              const a = api.coord([api.value(0), api.value(2)]);
              const b = api.coord([api.value(1), api.value(2)]);
              return { type: "rect", shape: { x: a[0], y: a[1] - 2, width: Math.max(2, b[0] - a[0]), height: 4 },
                style: { fill: odd(rows[api.value(2)]) ? ORANGE : BLUE, stroke: d.look.ink, lineWidth: 0.6 } };
            } },
          { type: "scatter", data: rows.map((row, i) => ({ i, v: d.number(row, value) })).filter((one) => Number.isFinite(one.v))
            .map((one) => ({ value: [one.v, one.i], symbol: odd(rows[one.i]) ? "diamond" : "circle", symbolSize: odd(rows[one.i]) ? 14 : 11,
              itemStyle: { ...d.edge, color: odd(rows[one.i]) ? ORANGE : BLUE }, tip: d.tip(one.i, d.plot.name, [low, value, high]) })) },
        ],
      } };
    },

    days(d) {
      const xs = d.rows.map((row) => d.name(row, d.plot.x));
      const c = d.plot.value[0];
      const burst = (row) => d.plot.flag && d.number(row, d.plot.flag[0]) > 0;
      return { height: 240, option: {
        grid: { ...d.grid, top: 12 }, xAxis: d.category(xs), yAxis: d.value({}),
        series: [
          { type: "bar", data: d.rows.map((row, i) => ({ value: d.number(row, c), tip: d.tip(i, d.plot.x, [c, ...(d.plot.also || [])]),
            itemStyle: { ...d.edge, borderWidth: 0.4, color: burst(row) ? ORANGE : BLUE, decal: DECALS[burst(row) ? 1 : 0] } })) },
          ...(d.plot.also || []).map((also, n) => ({ type: "line", name: d.heads[also], symbol: "none", silent: true, color: d.look.ink,
            lineStyle: { type: DASHES[n + 1], width: 1.6, color: d.look.ink }, data: d.rows.map((row) => d.number(row, also)) })),
        ],
        ...(d.plot.also ? { legend: d.legend(), grid: { ...d.grid, top: 34 } } : {}),
      } };
    },

    gantt(d) {
      const data = distinct(d.rows.map((row) => d.name(row, d.plot.name)));
      const dated = d.rows.some((row) => /^\d{4}-/.test(row[d.plot.low[0]]));
      const at = (text, open) => (text === "" ? open : dated ? Date.parse(text) : Number(text));
      const ends = d.rows.flatMap((row) => [at(row[d.plot.low[0]], NaN), at(row[d.plot.high[0]], NaN)]).filter(Number.isFinite);
      const [least, most] = [Math.min(...ends), Math.max(...ends)];
      const seen = d.plot.part ? distinct(d.rows.map((row) => row[d.plot.part[0]])) : [""];
      const parts = d.plot.parts ? d.plot.parts.filter((part) => seen.includes(part)) : seen;
      const series = parts.map((part, n) => {
        const mine = d.rows.map((row, i) => i).filter((i) => !d.plot.part || d.rows[i][d.plot.part[0]] === part);
        const paint = fill(d.plot, part, n);
        return boxes(d, data, mine.map((i) => ({ from: at(d.rows[i][d.plot.low[0]], least), to: at(d.rows[i][d.plot.high[0]], most) + (dated ? 0 : 1),
          at: data.indexOf(d.name(d.rows[i], d.plot.name)), color: paint.color, hatched: n % 2 === 1,
          tip: d.tip(i, [...d.plot.name, ...(d.plot.part || [])], [...d.plot.low, ...d.plot.high, ...(d.plot.value || [])]) })),
        { name: part, itemStyle: { color: paint.color } });
      });
      const years = (v) => String(Math.round(v));
      return { height: d.high(data) + 80, option: {
        legend: parts.length > 1 ? d.legend() : undefined, grid: { ...d.grid, top: parts.length > 1 ? 34 : 8 }, yAxis: d.names(data), series,
        xAxis: { ...d.value({ position: "top" }), ...(dated ? { type: "time", axisLabel: { ...d.text, hideOverlap: true, formatter: "{yyyy}-{MM}" } }
          : { min: least, max: most + 1, minInterval: 1, axisLabel: { ...d.text, formatter: years } }) },
      } };
    },

    grid(d) {
      const names = distinct(d.rows.map((row) => d.name(row, d.plot.name))).slice(0, d.plot.most || 40);
      const xs = distinct(d.rows.map((row) => d.name(row, d.plot.x)));
      const c = d.plot.value[0];
      const cells = d.rows.map((row, i) => ({ value: [xs.indexOf(d.name(row, d.plot.x)), names.indexOf(d.name(row, d.plot.name)), d.number(row, c)],
        tip: d.tip(i, [...d.plot.name, ...d.plot.x], d.plot.value), words: d.shown(i, c) })).filter((one) => one.value[1] >= 0 && one.value[2] >= LEAST);
      const most = Math.max(...cells.map((one) => one.value[2]), 1e-12);
      const wide = (d.look.width * 0.62) / xs.length;
      return { height: d.high(names) + 44, least: 560, option: {
        aria: { ...d.base.aria, decal: { show: false } },
        grid: d.grid, xAxis: d.category(xs, { position: "top" }), yAxis: d.names(names),
        visualMap: { show: false, min: 0, max: most, inRange: { color: [d.look.panel, d.look.dark ? "#56b4e9" : "#4a90c4"] } },
        series: [{ type: "heatmap", data: cells, itemStyle: { borderColor: d.look.ink, borderWidth: 0.5 },
          label: { show: wide > 24, ...d.text, fontSize: wide > 42 ? d.look.small : 10, textBorderColor: d.look.panel, textBorderWidth: 2,
            formatter: (p) => (p.value[2] < 0.005 * most ? "" : wide > 48 ? p.data.words : p.data.words.replace(/\.\d+(?=%)/, "")) } }],
      } };
    },
  };

  /** The options of the library, the height [pixels], the least width that it needs, and a line to be moved if it has one. */
  function of(plot, table, look) {
    const d = desk(plot, table, look);
    const made = KINDS[plot.kind](d);
    return { ...made, option: { ...d.base, ...made.option } };
  }

  return { of, kinds: Object.keys(KINDS) };
})();

if (typeof module !== "undefined") {
  module.exports = GenryuPlots;
}
