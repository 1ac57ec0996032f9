"use strict";
// Headings of the matrix become buttons that sort it; without this the tables stand as they are.
const amount = (row, column) => {
  const by = row.cells[column].dataset.by;
  return by === undefined ? row.cells[column].textContent.trim() : by === "" ? null : Number(by);
};
const order = (a, b) => {
  if (a === null || b === null) return 0;
  return typeof a === "number" ? a - b : a.localeCompare(b);
};
const heads = (table) => [...table.tHead.rows[table.tHead.rows.length - 1].cells];
const sort = (table, head, column) => {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of heads(table)) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const rows = [...table.tBodies[0].rows];
  const empty = rows.filter((row) => amount(row, column) === null);
  const full = rows.filter((row) => amount(row, column) !== null);
  full.sort((a, b) => (down ? -1 : 1) * order(amount(a, column), amount(b, column)));
  table.tBodies[0].append(...full, ...empty);
};
for (const table of document.querySelectorAll("table.sortable"))
  heads(table).forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(table, head, column));
    head.replaceChildren(button);
  });
