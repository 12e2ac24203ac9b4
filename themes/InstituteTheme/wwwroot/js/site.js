// Two conveniences; every page is whole without them.
"use strict";

// The jump list of a report, made from its headings.
const list = document.querySelector(".contents");
const headings = document.querySelectorAll(".report__body h2");

if (list && !list.firstElementChild && headings.length > 2) {
  const entries = document.createElement("ol");

  headings.forEach((heading, index) => {
    heading.id ||= `part-${index + 1}`;
    const link = document.createElement("a");
    link.href = `#${heading.id}`;
    link.textContent = heading.textContent;
    const entry = document.createElement("li");
    entry.append(link);
    entries.append(entry);
  });

  list.append(entries);
}

// A button that copies the citation and says so.
document.querySelectorAll(".citation__copy").forEach(button => {
  const source = button.closest(".citation")?.querySelector(".citation__text");

  if (!source || !navigator.clipboard) {
    button.hidden = true;
    return;
  }

  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.textContent.trim());
    const words = button.textContent;
    button.textContent = button.dataset.copied ?? "✓";
    setTimeout(() => { button.textContent = words; }, 2000);
  });
});
