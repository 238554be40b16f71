// Cells of a table are changed where they stand: arrow keys, Enter, a block pasted from a spreadsheet. Nothing is kept
// before Save; what the reader of cases finds is shown as one types. Without this script each row opens as a form.
"use strict";

/** One table on the page. */
class Grid {
  constructor(box) {
    this.box = box;
    this.words = box.dataset;
    this.table = box.querySelector("table");
    this.body = this.table.tBodies[0];
    this.columns = [...this.table.tHead.rows[0].cells].map((cell) => cell.dataset.column || "");
    this.changed = new Map();
    this.removed = new Set();
    this.done = [];
    this.added = 0;
    this.checks = 0;
    this.bar = this.tools();
    [...this.body.rows].forEach((row) => this.prepare(row));
    const first = this.cellsOf(this.body.rows[0])[0];
    if (first) {
      first.tabIndex = 0;
    }
    this.box.removeAttribute("tabindex");
    this.body.addEventListener("keydown", (event) => this.key(event));
    this.body.addEventListener("dblclick", (event) => this.begin(event.target.closest("td.cell")));
    this.body.addEventListener("click", (event) => this.click(event));
    this.body.addEventListener("paste", (event) => this.paste(event));
    this.body.addEventListener("copy", (event) => this.copy(event));
    window.addEventListener("beforeunload", (event) => {
      if (!this.saving && this.count() > 0) {
        event.preventDefault();
      }
    });
  }

  /** What stands above the table: how many changes, why, save. */
  tools() {
    const bar = document.createElement("div");
    bar.className = "gridbar";
    const hint = document.createElement("p");
    hint.className = "soft";
    hint.textContent = this.words.hint;
    this.status = document.createElement("p");
    this.status.setAttribute("role", "status");
    this.findings = document.createElement("ul");
    this.findings.className = "findings";
    this.findings.setAttribute("role", "status");
    const label = document.createElement("label");
    label.textContent = this.words.why + " ";
    this.why = document.createElement("input");
    this.why.maxLength = 500;
    label.append(this.why);
    this.save = this.button(this.words.save, "", () => this.send());
    this.discard = this.button(this.words.discard, "second", () => this.reset());
    const add = this.button(this.words.add, "second", () => this.focus(this.cellsOf(this.addRow())[0]));
    bar.append(hint, label, this.save, this.discard, add, this.status, this.findings);
    this.box.before(bar);
    this.show();
    return bar;
  }

  button(words, kind, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.className = kind;
    button.addEventListener("click", act);
    return button;
  }

  prepare(row) {
    this.cellsOf(row).forEach((cell) => {
      cell.tabIndex = -1;
      cell.dataset.was = cell.textContent;
    });
    const head = row.cells[0];
    const button = this.button("×", "second small", () => this.toggle(row));
    button.setAttribute("aria-label", this.words.remove + " " + row.dataset.row);
    button.setAttribute("aria-pressed", "false");
    head.append(" ", button);
  }

  cellsOf(row) {
    return row ? [...row.querySelectorAll("td.cell")] : [];
  }

  columnOf(cell) {
    return this.columns[cell.cellIndex];
  }

  count() {
    return this.changed.size + this.removed.size;
  }

  show() {
    const any = this.count() > 0;
    this.status.textContent = any ? this.words.pending.replace("%s", this.count()) : "";
    this.save.disabled = !any;
    this.discard.disabled = !any;
  }

  // ------------------------------------------------------------ moving

  focus(cell) {
    if (!cell) {
      return;
    }
    this.body.querySelectorAll('td[tabindex="0"]').forEach((one) => {
      one.tabIndex = -1;
    });
    cell.tabIndex = 0;
    cell.focus();
  }

  move(cell, down, right) {
    const rows = [...this.body.rows];
    const row = rows[rows.indexOf(cell.parentElement) + down];
    const place = this.cellsOf(cell.parentElement).indexOf(cell) + right;
    this.focus(this.cellsOf(row)[place]);
  }

  click(event) {
    const cell = event.target.closest("td.cell");
    if (cell && !event.target.closest("a") && !cell.querySelector("input")) {
      if (document.activeElement === cell) {
        this.begin(cell);
      } else {
        this.focus(cell);
      }
    }
  }

  key(event) {
    const cell = event.target.closest("td.cell");
    if (!cell || event.target !== cell) {
      return;
    }
    const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    if (moves[event.key]) {
      event.preventDefault();
      this.move(cell, ...moves[event.key]);
    } else if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      this.begin(cell);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      this.put(cell, "");
    } else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.back();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.begin(cell, event.key);
    }
  }

  // ------------------------------------------------------------ changing

  begin(cell, typed) {
    if (!cell || cell.querySelector("input, textarea")) {
      return;
    }
    const before = cell.textContent;
    const input = document.createElement(before.includes("\n") ? "textarea" : "input");
    input.value = typed === undefined ? before : typed;
    input.setAttribute("aria-label", cell.parentElement.dataset.row + " " + this.columnOf(cell));
    cell.textContent = "";
    cell.append(input);
    input.focus();
    let over = false;
    const end = (value) => {
      if (!over) {
        over = true;
        cell.textContent = before;
        this.put(cell, value);
      }
    };
    input.addEventListener("blur", () => end(input.value));
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) {
        return;
      }
      if (event.key === "Escape") {
        end(before);
        this.focus(cell);
      } else if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        end(input.value);
        this.focus(cell);
        this.move(cell, 1, 0);
      } else if (event.key === "Tab") {
        event.preventDefault();
        end(input.value);
        this.focus(cell);
        this.move(cell, 0, event.shiftKey ? -1 : 1);
      }
      event.stopPropagation();
    });
  }

  put(cell, value, again) {
    const before = cell.textContent;
    if (before === value) {
      return;
    }
    if (!again) {
      this.done.push([cell, before]);
    }
    cell.textContent = value;
    const key = cell.parentElement.dataset.row + "\n" + this.columnOf(cell);
    if (value === cell.dataset.was) {
      this.changed.delete(key);
    } else {
      this.changed.set(key, value);
    }
    cell.classList.toggle("changed", value !== cell.dataset.was);
    this.later();
  }

  back() {
    const last = this.done.pop();
    if (last) {
      this.put(last[0], last[1], true);
      this.focus(last[0]);
    }
  }

  copy(event) {
    const cell = event.target.closest("td.cell");
    if (cell && event.target === cell && String(window.getSelection()) === "") {
      event.clipboardData.setData("text/plain", cell.textContent);
      event.preventDefault();
    }
  }

  /** A block of cells, as spreadsheets put it on the clipboard; rows that are not there are added. */
  paste(event) {
    const cell = event.target.closest("td.cell");
    if (!cell || event.target !== cell) {
      return;
    }
    event.preventDefault();
    const block = Grid.block(event.clipboardData.getData("text/plain"));
    const place = this.cellsOf(cell.parentElement).indexOf(cell);
    let row = cell.parentElement;
    block.forEach((values, down) => {
      if (down > 0) {
        row = row.nextElementSibling || this.addRow();
      }
      const cells = this.cellsOf(row);
      values.forEach((value, right) => {
        if (cells[place + right]) {
          this.put(cells[place + right], value);
        }
      });
    });
    this.focus(cell);
  }

  /** Tab-separated text into rows of cells; a cell in quotes may hold line ends. */
  static block(text) {
    const rows = [[]];
    let cell = "";
    let quoted = false;
    const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    for (let i = 0; i < plain.length; i++) {
      const c = plain[i];
      if (quoted) {
        if (c === '"' && plain[i + 1] === '"') {
          cell += '"';
          i++;
        } else if (c === '"') {
          quoted = false;
        } else {
          cell += c;
        }
      } else if (c === '"' && cell === "") {
        quoted = true;
      } else if (c === "\t") {
        rows.at(-1).push(cell);
        cell = "";
      } else if (c === "\n") {
        rows.at(-1).push(cell);
        rows.push([]);
        cell = "";
      } else {
        cell += c;
      }
    }
    rows.at(-1).push(cell);
    return rows;
  }

  addRow() {
    const row = document.createElement("tr");
    this.added += 1;
    row.dataset.row = "+" + this.added;
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = "+" + this.added;
    row.append(head, document.createElement("td"));
    this.columns.slice(2).forEach(() => {
      const cell = document.createElement("td");
      cell.className = "cell";
      row.append(cell);
    });
    this.body.append(row);
    this.prepare(row);
    return row;
  }

  toggle(row) {
    const word = row.dataset.row;
    const gone = !row.classList.contains("gone");
    row.classList.toggle("gone", gone);
    row.querySelector("button").setAttribute("aria-pressed", String(gone));
    if (word.startsWith("+")) {
      this.cellsOf(row).forEach((cell) => this.put(cell, ""));
      row.remove();
    } else if (gone) {
      this.removed.add(word);
    } else {
      this.removed.delete(word);
    }
    this.later();
  }

  reset() {
    this.saving = true;
    location.reload();
  }

  // ------------------------------------------------------------ asking and saving

  fields() {
    const fields = [["case", this.words.case], ["lang", this.words.lang], ["table", this.words.grid], ["why", this.why.value]];
    this.changed.forEach((value, key) => {
      const at = key.indexOf("\n");
      fields.push(["row", key.slice(0, at)], ["column", key.slice(at + 1)], ["new", value]);
    });
    this.removed.forEach((row) => fields.push(["remove", row]));
    return fields;
  }

  later() {
    this.show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), 400);
  }

  async check() {
    const turn = ++this.checks;
    const token = document.querySelector('meta[name="token"]').content;
    const answer = await fetch("/case/check?lang=" + this.words.lang, {
      method: "POST",
      headers: { "X-Genryu-Token": token, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(this.fields()),
    });
    if (answer.ok && turn === this.checks) {
      this.tell(await answer.json());
    }
  }

  tell(findings) {
    this.body.querySelectorAll("td[aria-invalid]").forEach((cell) => cell.removeAttribute("aria-invalid"));
    this.findings.replaceChildren(
      ...findings.map((one) => {
        const line = document.createElement("li");
        line.className = one.severity.toLowerCase();
        line.textContent = one.text;
        return line;
      }),
    );
    findings.forEach((one) => {
      const row = [...this.body.rows].find((other) => other.dataset.row === one.row);
      const cell = row && row.cells[this.columns.indexOf(one.column)];
      if (cell) {
        cell.setAttribute("aria-invalid", "true");
      }
    });
  }

  send() {
    const form = document.createElement("form");
    form.method = "post";
    form.action = "/case/save?lang=" + this.words.lang;
    form.hidden = true;
    const token = document.querySelector('meta[name="token"]').content;
    [["token", token], ...this.fields()].forEach(([name, value]) => {
      const field = document.createElement("textarea");
      field.name = name;
      field.value = value;
      form.append(field);
    });
    document.body.append(form);
    this.saving = true;
    form.submit();
  }
}

document.querySelectorAll("[data-grid]").forEach((box) => new Grid(box));
