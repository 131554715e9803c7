package eifexplorer.ui.kit;

import java.util.List;

/**
 * A way to write a name shorter.
 *
 * @param parts what is written of each word; nothing for one that is left out
 * @param between what stands between words
 * @param loss how much it tells less than the name
 * @param width about how wide it is on one line
 */
record ShortForm(List<String> parts, String between, double loss, double width) {
  /** Stands for words left out. */
  static final String GAP = "…";

  /** What is written: "…" stands for words left out, a full stop ends an abbreviation before another word. */
  String text() {
    int end = parts.size();
    while (parts.get(end - 1).isEmpty()) {
      end--;
    }
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    for (String part : parts.subList(0, end)) {
      if (part.isEmpty()) {
        gap = true;
        continue;
      }
      if (gap) {
        text.append(text.isEmpty() ? GAP : between + GAP + between);
      } else if (!text.isEmpty()) {
        text.append(between);
      }
      text.append(part);
      gap = false;
    }
    return end == parts.size() ? text.toString() : ended(text) + GAP;
  }

  private static String ended(CharSequence text) {
    String begun = text.toString();
    return begun.endsWith(".") ? begun.substring(0, begun.length() - 1) : begun;
  }
}
