package eifexplorer.ui.explore.inspector;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.ui.explore.confusions.PairCommand;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.inspector.PhotoArrangement.Mode;
import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.photo.ZoomCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import org.kordamp.ikonli.feather.Feather;

/**
 * What can be done with a photograph of the pair on the screen.
 *
 * @param model the pair
 * @param files hands its file to other programs
 * @param labels decides about its label
 * @param listClass lists the pairs of a class, by its label
 */
public record PhotographMenu(
    InspectorViewModel model,
    PhotographFiles files,
    TestImageLabels labels,
    IntConsumer listClass) {
  /** The lines for one of the photographs, group by group, as things are; none without a pair. */
  List<List<Entry>> of(PairMember member) {
    PairItem pair = model.shownProperty().get();
    PhotoText photo = model.photoProperty(member).get();
    return pair == null || photo == null
        ? List.of()
        : List.of(
            pair(member, pair, photo),
            labels.of(member, pair.pair()),
            sight(),
            together(),
            file(photo.picture().file()));
  }

  private List<Entry> pair(PairMember member, PairItem pair, PhotoText photo) {
    boolean pinned = model.walk().pinnedProperty().get() == member;
    boolean reviewed = model.reviewedProperty().get();
    ConfusionPair labels = pair.pair();
    int label = member == PairMember.FIRST ? labels.wrongLabel() : labels.confusedLabel();
    return List.of(
        Entry.of(
            pinned
                ? Texts.of("Let it go and go back to the pair")
                : Texts.of("Pin it and walk its neighbours"),
            Feather.MAP_PIN,
            member == PairMember.FIRST ? PhotographCommand.PIN : PhotographCommand.PIN_NEIGHBOUR,
            () -> model.togglePin(member)),
        Entry.of(
            reviewed ? Texts.of("Mark the pair not reviewed") : Texts.of("Mark the pair reviewed"),
            Feather.CHECK,
            PairCommand.MARK_REVIEWED,
            model::toggleReviewed),
        Entry.of(
            Texts.of("List the pairs of {0}", photo.className()),
            Feather.LIST,
            () -> listClass.accept(label)));
  }

  private List<Entry> sight() {
    BooleanProperty linked = model.zoom().linkedProperty();
    return List.of(
        Entry.of(
            Texts.of("100 %, or whole"),
            Feather.MAXIMIZE,
            ZoomCommand.ACTUAL_SIZE,
            model.zoom()::toggleActual),
        Entry.of(
            linked.get() ? Texts.of("Zoom each alone") : Texts.of("Zoom both together"),
            Feather.LINK_2,
            () -> linked.set(!linked.get())),
        Entry.of(
            Texts.of(
                "{0} the model looks",
                on(model.look().openProperty(), Texts.of("Hide where"), Texts.of("Show where"))),
            Feather.CROSSHAIR,
            PhotographCommand.LOOK,
            toggle(model.look().openProperty())),
        Entry.of(
            Texts.of(
                "{0} typical images",
                on(model.exemplars().openProperty(), Texts.of("Hide"), Texts.of("Show"))),
            Feather.IMAGE,
            PhotographCommand.EXEMPLARS,
            toggle(model.exemplars().openProperty())));
  }

  private List<Entry> together() {
    PhotoArrangement arrangement = model.arrangement();
    return List.of(
        Entry.of(
            Texts.of("Swap the sides"),
            Feather.REPEAT,
            PhotographCommand.SWAP_SIDES,
            arrangement::swap),
        mode(Mode.BLINK, Texts.of("Blink both in one place"), Feather.EYE, PhotographCommand.BLINK),
        mode(
            Mode.OVERLAY,
            Texts.of("Lay one over the other"),
            Feather.LAYERS,
            PhotographCommand.OVERLAY));
  }

  private Entry mode(Mode mode, String text, Feather icon, PhotographCommand command) {
    PhotoArrangement arrangement = model.arrangement();
    boolean now = arrangement.modeProperty().get() == mode;
    return Entry.of(
        now ? Texts.of("Side by side again") : text, icon, command, () -> arrangement.toggle(mode));
  }

  private List<Entry> file(Optional<Path> file) {
    return List.of(
        Entry.of(
                Texts.of("Copy its path"),
                Feather.COPY,
                on(file, path -> Controls.copy(path.toString())))
            .enabled(file.isPresent()),
        Entry.of(Texts.of("Show it in the file manager"), Feather.FOLDER, on(file, files::reveal))
            .enabled(file.isPresent()),
        Entry.of(
                Texts.of("Open it in the system's viewer"),
                Feather.EXTERNAL_LINK,
                on(file, files::open))
            .enabled(file.isPresent()));
  }

  private static Runnable on(Optional<Path> file, Consumer<Path> action) {
    return () -> file.ifPresent(action);
  }

  private static String on(BooleanProperty property, String yes, String no) {
    return property.get() ? yes : no;
  }

  private static Runnable toggle(BooleanProperty property) {
    return () -> property.set(!property.get());
  }
}
