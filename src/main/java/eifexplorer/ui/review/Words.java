package eifexplorer.ui.review;

import eifexplorer.problem.PlainText;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Texts;
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
    return name.isEmpty() ? Texts.of("left out") : names.getOrDefault(name, PlainText.of(name));
  }

  /**
   * What an entry says, such as {@code → Brewer Blackbird}.
   *
   * @param blind whether nothing may tell if the label is the given one
   */
  String decision(JournalEntry entry, boolean blind) {
    String said =
        switch (entry.kind()) {
          case KEEP -> blind ? to(entry) : Texts.of("kept");
          case UNSURE -> Texts.of("unsure");
          case EXCLUDE -> Texts.of("excluded");
          case NONE ->
              entry.proposed().isEmpty()
                  ? Texts.of("none of these")
                  : Texts.of("new: {0}", entry.proposed());
          case LABEL, RESOLVE -> entry.after().isEmpty() ? Texts.of("excluded") : to(entry);
          case WITHDRAW -> Texts.of("withdrawn");
          case NOTE -> Texts.of("noted");
          case UNDO -> Texts.of("undone");
          case REDO -> Texts.of("redone");
        };
    String second = entry.also().isEmpty() ? "" : Texts.of(" and {0}", className(entry.also()));
    return said
        + second
        + (entry.method().equals(JournalEntry.AUTO) ? Texts.of(", automatic") : "");
  }

  private String to(JournalEntry entry) {
    return "→ " + className(entry.after());
  }
}
