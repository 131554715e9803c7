package eifexplorer.ui.review;

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
    return name.isEmpty() ? "left out" : names.getOrDefault(name, name);
  }

  /** What an entry says, such as {@code → Brewer Blackbird}. */
  String decision(JournalEntry entry) {
    return switch (entry.kind()) {
      case KEEP -> "kept";
      case UNSURE -> "unsure";
      case EXCLUDE -> "excluded";
      case NONE -> entry.proposed().isEmpty() ? "none of these" : "new: " + entry.proposed();
      case WITHDRAW -> "withdrawn";
      case NOTE -> "noted";
      case LABEL, RESOLVE -> entry.after().isEmpty() ? "excluded" : "→ " + className(entry.after());
      case UNDO -> "undone";
      case REDO -> "redone";
    };
  }
}
