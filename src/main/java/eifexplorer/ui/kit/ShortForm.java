package eifexplorer.ui.kit;

/**
 * A way to write a name shorter.
 *
 * @param text what is written; "…" stands for words left out, a full stop ends an abbreviation
 * @param loss how much it tells less than the name
 * @param width about how wide it is on one line
 */
record ShortForm(String text, double loss, double width) {}
