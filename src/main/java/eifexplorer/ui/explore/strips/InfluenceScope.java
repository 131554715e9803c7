package eifexplorer.ui.explore.strips;

import eifexplorer.ui.kit.Texts;
import java.util.Arrays;
import java.util.Locale;

/** What the strips explain. */
public enum InfluenceScope {
  /** The chosen pair alone. */
  PAIR(Texts.of("This pair")),
  /** Every pair with the same two classes in the same order. */
  CLASS_PAIR(Texts.of("Class pair")),
  /** Every pair of the chosen one's wrong class with its confusion classes. */
  GROUP(Texts.of("Group"));

  private final String title;

  InfluenceScope(String title) {
    this.title = title;
  }

  /** The words of the switch, such as {@code Class pair · 9}. */
  public String title(int pairs) {
    return this == PAIR ? title : title + " · " + Texts.count(pairs);
  }

  /** As links and commands name it: {@code class-pair}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one that links and commands name so; the pair alone for another name. */
  public static InfluenceScope named(String id) {
    return Arrays.stream(values()).filter(scope -> scope.id().equals(id)).findFirst().orElse(PAIR);
  }

  /** The one after it, the first after the last. */
  public InfluenceScope next() {
    return switch (this) {
      case PAIR -> CLASS_PAIR;
      case CLASS_PAIR -> GROUP;
      case GROUP -> PAIR;
    };
  }
}
