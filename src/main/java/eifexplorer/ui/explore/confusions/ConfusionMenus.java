package eifexplorer.ui.explore.confusions;

import eifexplorer.dataset.Sample;
import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.TableChooser;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a pair, a class pair, a class or a cell of the matrix, as things are, for a menu on it. */
final class ConfusionMenus {
  private final ConfusionsViewModel model;
  private final Node from;
  private final Runnable openNote;
  private Runnable saveCard = () -> {};

  /**
   * Menus of a column.
   *
   * @param from in the window that asks for files
   * @param openNote asks for a note on the pairs that are meant
   */
  ConfusionMenus(ConfusionsViewModel model, Node from, Runnable openNote) {
    this.model = model;
    this.from = from;
    this.openNote = openNote;
  }

  /** Has cards of the pairs that are meant saved by this from now on. */
  void saveCardsWith(Runnable save) {
    saveCard = save;
  }

  /** Asks where a card of the pairs that are meant goes. */
  void saveCard() {
    saveCard.run();
  }

  /** For a pair of the list; it is chosen first unless it is one of those picked. */
  List<List<Entry>> pair(PairItem item) {
    PairListViewModel pairs = model.pairs();
    PairPicks picks = pairs.picks();
    if (!picks.contains(item)) {
      picks.clear();
      pairs.select(item);
    }
    List<PairItem> meant = picks.meant();
    String them = meant.size() == 1 ? "" : Texts.of("{0} pairs ", meant.size());
    boolean reviewed = meant.stream().allMatch(pairs.known()::reviewed);
    List<Entry> marks =
        List.of(
            Entry.of(
                reviewed
                    ? Texts.of("Mark {0}not reviewed", them)
                    : Texts.of("Mark {0}reviewed", them),
                Feather.CHECK,
                PairCommand.MARK_REVIEWED,
                picks::toggleReviewed),
            Entry.of(
                meant.size() == 1 ? Texts.of("Note on it…") : Texts.of("Note on them…"),
                Feather.MESSAGE_SQUARE,
                PairCommand.NOTE,
                openNote));
    return List.of(marks, where(item), files(meant));
  }

  private List<Entry> where(PairItem item) {
    int wrong = item.pair().wrongLabel();
    int confused = item.pair().confusedLabel();
    List<Entry> entries = new ArrayList<>();
    entries.add(
        Entry.of(
            Texts.of("Only pairs of these classes"),
            Feather.FILTER,
            () -> model.openPairs(PairFilter.classPair(wrong, confused))));
    entries.add(
        Entry.of(
            Texts.of("The class pair in the matrix"),
            Feather.GRID,
            () -> {
              model.openMatrix(true);
              model.matrix().moveToClasses(wrong, confused);
            }));
    model
        .pairs()
        .index()
        .item(item.key().reversed())
        .ifPresent(
            other ->
                entries.add(
                    Entry.of(
                        Texts.of("The other way round"),
                        Feather.REPEAT,
                        () -> model.pairs().select(other))));
    return entries;
  }

  private List<Entry> files(List<PairItem> meant) {
    String paths =
        meant.stream()
            .flatMap(item -> Stream.of(item.wrong(), item.confused()))
            .map(Sample::path)
            .collect(Collectors.joining("\n"));
    List<Entry> entries = new ArrayList<>();
    entries.add(
        Entry.of(
            meant.size() == 1
                ? Texts.of("Save a card of it…")
                : Texts.of("Save cards of {0} pairs…", meant.size()),
            Feather.CREDIT_CARD,
            PairCommand.SAVE_CARD,
            this::saveCard));
    entries.add(Entry.of(Texts.of("Copy the paths"), Feather.COPY, () -> Controls.copy(paths)));
    if (meant.size() > 1) {
      entries.add(
          Entry.of(
              Texts.of("Export {0} pairs…", meant.size()),
              Feather.DOWNLOAD,
              () -> write("pairs", file -> model.export().pairs(meant, file))));
    }
    entries.add(Entry.of(Texts.of("Export the list…"), Feather.DOWNLOAD, this::exportPairs));
    return entries;
  }

  /** Asks for a note on the pairs that are meant. */
  void note() {
    openNote.run();
  }

  /** Writes the listed pairs to a file that is asked for. */
  void exportPairs() {
    write("pairs", file -> model.export().pairs(List.copyOf(model.pairs().visible()), file));
  }

  /** Writes the picked pairs to a file that is asked for. */
  void exportPicked() {
    List<PairItem> meant = model.pairs().picks().meant();
    write("pairs", file -> model.export().pairs(meant, file));
  }

  /** Writes the listed class pairs to a file that is asked for. */
  void exportClassPairs() {
    write(
        "class-pairs",
        file -> model.export().classPairs(List.copyOf(model.classPairs().visible()), file));
  }

  /** Writes the listed classes to a file that is asked for. */
  void exportClasses() {
    write("classes", file -> model.export().classes(List.copyOf(model.classes().visible()), file));
  }

  private void write(String name, Consumer<Path> export) {
    TableChooser.choose(from, name).ifPresent(export);
  }

  /** For a line of the class pairs. */
  List<List<Entry>> classPair(ClassPairRow row) {
    int wrong = row.count().wrongLabel();
    int confused = row.count().confusedLabel();
    return List.of(
        List.of(
            Entry.of(Texts.of("Show its pairs"), Feather.LIST, () -> model.open(row)),
            otherWayRound(confused, wrong),
            Entry.of(
                Texts.of("In the matrix"),
                Feather.GRID,
                () -> {
                  model.openMatrix(true);
                  model.matrix().moveToClasses(wrong, confused);
                })),
        List.of(
            Entry.of(
                Texts.of("Copy the names"),
                Feather.COPY,
                () -> Controls.copy(row.wrongClass() + "\t" + row.confusedClass())),
            Entry.of(Texts.of("Export the list…"), Feather.DOWNLOAD, this::exportClassPairs)));
  }

  /** For the class pair with these labels. */
  private Entry otherWayRound(int image, int neighbour) {
    return Entry.of(
            Texts.of("Show those the other way round"),
            Feather.REPEAT,
            () -> model.openPairs(PairFilter.classPair(image, neighbour)))
        .enabled(model.pairs().index().classPair(image, neighbour).isPresent());
  }

  /** For a line of the classes. */
  List<List<Entry>> ofClass(ClassRow row) {
    OptionalInt label = OptionalInt.of(row.summary().label());
    return List.of(
        List.of(
            Entry.of(Texts.of("Show its wrong images"), Feather.LIST, () -> model.open(row))
                .enabled(row.summary().wrong() > 0),
            Entry.of(
                Texts.of("Show what is taken for it"),
                Feather.CORNER_DOWN_LEFT,
                () -> model.openPairs(PairFilter.NONE.withConfused(label)))),
        List.of(
            Entry.of(Texts.of("Copy the name"), Feather.COPY, () -> Controls.copy(row.name())),
            Entry.of(Texts.of("Export the list…"), Feather.DOWNLOAD, this::exportClasses)));
  }

  /** For the present cell of the matrix. */
  List<List<Entry>> cell(Runnable open) {
    MatrixViewModel.Cell at = model.matrix().cellProperty().get();
    if (at == null) {
      return List.of();
    }
    ClassMatrix matrix = model.matrix().matrixProperty().get();
    return List.of(
        List.of(
            Entry.of(Texts.of("Show its pairs"), Feather.LIST, open)
                .enabled(model.matrix().cellHasPairsProperty().get()),
            otherWayRound(matrix.label(at.column()), matrix.label(at.row()))),
        List.of(
            Entry.of(
                Texts.of("Copy the names"),
                Feather.COPY,
                () -> Controls.copy(matrix.name(at.row()) + "\t" + matrix.name(at.column()))),
            Entry.of(
                Texts.of("Export the class pairs…"), Feather.DOWNLOAD, this::exportClassPairs)));
  }
}
