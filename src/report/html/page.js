"use strict";
// Lets readers put tables in another order: every head of a column becomes a button. What the figures are out of stays
// below.
(() => {
  const status = document.getElementById("sorted");
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const sort = (table, head) => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    const column = head.cellIndex;
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row) => ({ row, text: row.cells[column].textContent }));
    rows.sort((one, other) => (up ? 1 : -1) * collator.compare(one.text, other.text));
    body.append(...rows.map(({ row }) => row));
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const said = up ? status.dataset.up : status.dataset.down;
    status.textContent = said.replace("{column}", () => head.textContent);
  };
  for (const table of document.querySelectorAll("table")) {
    for (const head of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, head));
      head.append(button);
    }
  }
  for (const how of document.querySelectorAll(".how")) how.hidden = false;
})();
