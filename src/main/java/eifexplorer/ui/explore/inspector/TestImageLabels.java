package eifexplorer.ui.explore.inspector;

import static java.util.Objects.requireNonNull;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.dataset.Sample;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What can be decided about the label of a test image of the open pair. */
public final class TestImageLabels {
  private final MarksViewModel marks;
  private final BiConsumer<String, Optional<String>> correct;
  private @Nullable ExplorerSession session;

  /**
   * Without a session yet.
   *
   * @param correct gives an image by its path a class by its name, or leaves it out, or takes that back
   */
  public TestImageLabels(MarksViewModel marks, BiConsumer<String, Optional<String>> correct) {
    this.marks = marks;
    this.correct = correct;
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession) {
    session = newSession;
  }

  /** The lines of the menu of one image of a pair. */
  List<Entry> of(PairMember member, ConfusionPair pair) {
    ExplorerSession of = requireNonNull(session);
    boolean first = member == PairMember.FIRST;
    Sample image = of.testSample(first ? pair.wrong() : pair.confusedWith());
    int other = first ? pair.confusedLabel() : pair.wrongLabel();
    String path = image.path();
    List<Entry> lines = new ArrayList<>();
    if (other != image.label()) {
      String name = of.dataset().classOf(other).name();
      lines.add(
          Entry.of(
              Texts.of("Its label is {0}", of.className(other)),
              Feather.EDIT_2,
              () -> correct.accept(path, Optional.of(name))));
    }
    lines.add(
        Entry.of(
            marks.excluded().contains(path)
                ? Texts.of("Measure with it again")
                : Texts.of("Leave it out of measuring"),
            Feather.SLASH,
            () -> correct.accept(path, Optional.empty())));
    boolean flagged = marks.flagged().contains(path);
    lines.add(
        Entry.of(
            flagged ? Texts.of("Take the flag away") : Texts.of("Flag"),
            Feather.FLAG,
            () -> marks.flag(path, !flagged)));
    return lines;
  }
}
