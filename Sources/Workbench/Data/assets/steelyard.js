// Comfort only: every page of the workbench works without this script.
"use strict";
(() => {
  const pause = 700;
  const patience = 10000;
  const dirty = new Set();
  const held = new WeakSet();
  const running = new WeakMap();

  /** Stops the check that a form is waiting for, if any. */
  function stop(form) {
    const run = running.get(form);
    if (!run) return;
    clearTimeout(run.timer);
    run.flight?.abort();
    running.delete(form);
  }

  /** The element that says, to those who cannot see the findings change, that they did. */
  function statusOf(form) {
    const found = form.querySelector("[data-live-status]");
    if (found) return found;
    const made = document.createElement("p");
    made.dataset.liveStatus = "";
    made.className = "meta";
    made.setAttribute("role", "status");
    form.append(made);
    return made;
  }

  /** The places for findings in a document, by what they are about. */
  function places(root) {
    const all = [...root.querySelectorAll("[data-finding-for]")];
    return new Map(all.map((place) => [place.dataset.findingFor, place]));
  }

  /** Takes the findings over from the answer, and nothing else: no input, no focus. */
  function show(answer, form) {
    const fresh = places(answer);
    let matched = 0;
    let count = 0;
    for (const [about, place] of places(document)) {
      const other = fresh.get(about);
      if (!other) continue;
      matched += 1;
      count += other.querySelectorAll(".finding").length;
      const same = place.innerHTML === other.innerHTML;
      if (same || place.contains(document.activeElement)) continue;
      place.replaceChildren(...other.childNodes);
    }
    if (matched === 0) return;
    const words = count === 1 ? "1 finding" : `${count === 0 ? "no" : count} findings`;
    const message = `Checked as you type: ${words} on this page.`;
    const status = statusOf(form);
    if (status.textContent !== message) status.textContent = message;
  }

  /** Sends the form as it stands, to be looked at and not to be saved. */
  async function check(form, signal) {
    const data = new FormData(form);
    const answer = await fetch(form.getAttribute("action") || location.href, {
      method: "POST",
      body: form.enctype === "multipart/form-data" ? data : new URLSearchParams(data),
      headers: { "X-Steelyard-Preview": "1" },
      redirect: "error",
      signal,
    });
    if (!(answer.headers.get("Content-Type") || "").startsWith("text/html")) return;
    const text = await answer.text();
    if (signal.aborted) return;
    show(new DOMParser().parseFromString(text, "text/html"), form);
  }

  // A status is announced only if its element was there before its text.
  document.querySelectorAll("form[data-live]").forEach(statusOf);

  document.addEventListener("input", ({ target }) => {
    const form = target.form;
    if (form?.getAttribute("method") !== "post") return;
    if (!form.querySelector("input[type=password]")) dirty.add(form);
    if (!form.hasAttribute("data-live")) return;
    stop(form);
    const run = { flight: new AbortController() };
    run.timer = setTimeout(() => check(form, run.flight.signal).catch(() => {}), pause);
    running.set(form, run);
  });

  /** Disables the buttons that send a form, or enables those that were disabled here. */
  function setButtons(form, disabled) {
    for (const button of form.elements) {
      if (button.type !== "submit" || button.disabled === disabled) continue;
      if (!disabled && !held.has(button)) continue;
      button.disabled = disabled;
      held.add(button);
    }
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    stop(form);
    dirty.delete(form);
    // After the form has been read, or the clicked button's own value would be left out of it.
    setTimeout(() => setButtons(form, true));
    // An answer that is a download leaves the page, and its buttons, where they are.
    setTimeout(() => setButtons(form, false), patience);
  });

  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) for (const form of document.forms) setButtons(form, false);
  });

  /** Says on the button what is being done, for work that takes a while. */
  document.addEventListener("submit", ({ submitter, defaultPrevented }) => {
    if (!submitter?.dataset.busy || defaultPrevented) return;
    const words = submitter.textContent;
    submitter.textContent = submitter.dataset.busy;
    submitter.setAttribute("aria-live", "polite");
    setTimeout(() => (submitter.textContent = words), 120000);
  });

  /** Drawing a box on a page with the mouse or the keyboard: it fills in the form that everybody has. */
  for (const sheet of document.querySelectorAll("[data-marking]")) {
    const form = document.getElementById("marks");
    const names = ["left", "top", "right", "bottom"];
    const inputs = names.map((name) => form?.elements[name]);
    if (inputs.some((input) => !input)) continue;
    const width = Number(sheet.dataset.width);
    const height = Number(sheet.dataset.height);
    const button = form.querySelector("button[value=box]");
    const drawn = document.createElement("div");
    drawn.className = "drawn";
    drawn.hidden = true;
    sheet.append(drawn);
    sheet.tabIndex = 0;
    sheet.setAttribute("role", "application");
    sheet.setAttribute("aria-label", "The page: Enter begins a box, arrow keys move it, Shift and arrow keys change its size, Enter marks it, Escape gives it up");
    let from = null;

    const clamp = (value, most) => Math.min(Math.max(value, 0), most);
    const edges = () => inputs.map((input) => parseFloat(input.value));

    /** Shows the box that the form holds. */
    function show() {
      const [left, top, right, bottom] = edges();
      drawn.hidden = ![left, top, right, bottom].every(Number.isFinite);
      drawn.style.left = `${(100 * Math.min(left, right)) / width}%`;
      drawn.style.top = `${(100 * Math.min(top, bottom)) / height}%`;
      drawn.style.width = `${(100 * Math.abs(right - left)) / width}%`;
      drawn.style.height = `${(100 * Math.abs(bottom - top)) / height}%`;
    }

    function set(values) {
      values.forEach((value, index) => {
        inputs[index].value = clamp(value, index % 2 ? height : width).toFixed(1);
      });
      show();
    }

    function give() {
      inputs.forEach((input) => (input.value = ""));
      show();
    }

    const place = ({ clientX, clientY }) => {
      const bounds = sheet.getBoundingClientRect();
      return [
        ((clientX - bounds.left) * width) / bounds.width,
        ((clientY - bounds.top) * height) / bounds.height,
      ];
    };

    /** Marks at once where an exemption is chosen; otherwise the form says what is missing. */
    const mark = () => form.requestSubmit(button);

    sheet.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      sheet.focus({ preventScroll: true });
      sheet.setPointerCapture(event.pointerId);
      from = place(event);
    });
    sheet.addEventListener("pointermove", (event) => {
      if (from) set([...from, ...place(event)]);
    });
    sheet.addEventListener("pointerup", (event) => {
      if (!from) return;
      const to = place(event);
      const isBox = Math.abs(to[0] - from[0]) > 3 && Math.abs(to[1] - from[1]) > 3;
      from = null;
      if (isBox) mark();
      else give();
    });
    sheet.addEventListener("pointercancel", () => (from = null));
    sheet.addEventListener("keydown", (event) => {
      const [left, top, right, bottom] = edges();
      const step = event.ctrlKey ? 1 : 8;
      const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
      if (event.key === "Enter") {
        event.preventDefault();
        if (drawn.hidden) set([width / 2 - 60, height / 2 - 10, width / 2 + 60, height / 2 + 10]);
        else mark();
      } else if (event.key === "Escape" && !drawn.hidden) {
        give();
      } else if (moves[event.key] && !drawn.hidden) {
        event.preventDefault();
        const [across, down] = moves[event.key];
        if (event.shiftKey) set([left, top, Math.max(left + 4, right + across), Math.max(top + 4, bottom + down)]);
        else set([left + across, top + down, right + across, bottom + down]);
      }
    });
    form.addEventListener("input", show);
    show();
  }

  addEventListener("beforeunload", (event) => {
    if (dirty.size > 0) event.preventDefault();
  });
})();
