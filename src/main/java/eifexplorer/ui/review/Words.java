package eifexplorer.ui.review;

import eifexplorer.problem.PlainText;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.session.ExplorerSession;
import java.util.HashMap;
import java.util.Map;

/** Decisions in the screen's words. */
final class Words {
  private final Map<String, String> names = new HashMap<>();

  /** Words with the class names of a session. */
  Words(ExplorerSession session) {
    session.dataset().classes().forEach(label -> names.put(label.name(), label.displayName()));
  }

  /** A class for people; what stands for none. */
  String className(String name) {
    return name.isEmpty() ? "left out" : names.getOrDefault(name, PlainText.of(name));
  }

  /**
   * What an entry says, such as {@code → Brewer Blackbird}.
   *
   * @param blind whether nothing may tell if the label is the given one
   */
  String decision(JournalEntry entry, boolean blind) {
    String said =
        switch (entry.kind()) {
          case KEEP -> blind ? to(entry) : "kept";
          case UNSURE -> "unsure";
          case EXCLUDE -> "excluded";
          case NONE -> entry.proposed().isEmpty() ? "none of these" : "new: " + entry.proposed();
          case LABEL, RESOLVE -> entry.after().isEmpty() ? "excluded" : to(entry);
          case WITHDRAW -> "withdrawn";
          case NOTE -> "noted";
          case UNDO -> "undone";
          case REDO -> "redone";
        };
    String second = entry.also().isEmpty() ? "" : " and " + className(entry.also());
    return said + second + (entry.method().equals(JournalEntry.AUTO) ? ", automatic" : "");
  }

  private String to(JournalEntry entry) {
    return "→ " + className(entry.after());
  }
}
