# The report as a page for a browser, where it says more than the report for a terminal.

html-skip = Go to the report
html-contents = Contents
html-sort-how = Choose a column to sort by it; choose it again to turn the order around.
html-sorted-up = Sorted by { $column }, ascending.
html-sorted-down = Sorted by { $column }, descending.

html-contributions = All contributions
html-number = number
html-text = text
html-kind = kind
html-second = second theme
html-group = group
html-source = how it came in
html-author = name
