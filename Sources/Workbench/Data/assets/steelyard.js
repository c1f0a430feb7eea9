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

  addEventListener("beforeunload", (event) => {
    if (dirty.size > 0) event.preventDefault();
  });
})();
