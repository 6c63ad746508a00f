"use strict";
(() => {
  const items = [...document.querySelectorAll("[data-item]")];
  const writing = (at) => /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable;
  const here = () => items.findIndex((item) => item.contains(document.activeElement));

  const move = (step) => {
    const to = items[Math.min(items.length - 1, Math.max(0, here() + step))];
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  };

  const within = (key) => {
    const at = items[here()];
    const inside = at && at.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (inside) return inside;
    const all = document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`);
    return all.length === 1 || (all.length > 1 && items.length === 0) ? all[0] : null;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (writing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if ((event.key === "j" || event.key === "k") && items.length > 0) {
      move(event.key === "j" ? 1 : -1);
    } else if (event.key === "?") {
      const help = document.getElementById("help");
      help.open = !help.open;
      help.scrollIntoView({ block: "nearest" });
    } else {
      const found = within(event.key);
      if (!found || found.disabled) return;
      if (writing(found)) found.focus();
      else found.click();
    }
    event.preventDefault();
  });
})();
