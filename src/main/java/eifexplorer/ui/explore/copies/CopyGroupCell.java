package eifexplorer.ui.explore.copies;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.review.copies.CopiedImage;
import eifexplorer.review.copies.CopyGroup;
import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A photograph and its copies side by side, each with its label and what can be decided about it. */
final class CopyGroupCell extends ListCell<CopyGroup> {
  private static final double WIDTH = 240;
  private static final double HEIGHT = 160;

  private final CopiesViewModel model;
  private final PictureLoader pictures;

  CopyGroupCell(CopiesViewModel model, PictureLoader pictures) {
    this.model = model;
    this.pictures = pictures;
    getStyleClass().add("copy-group");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable CopyGroup group, boolean empty) {
    super.updateItem(group, empty);
    if (empty || group == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    FlowPane images = new FlowPane(12, 8);
    group.images().forEach(image -> images.getChildren().add(tile(group, image)));
    images.setPrefWrapLength(WIDTH);
    VBox box = new VBox(6, head(group), images);
    box.setMinWidth(0);
    setGraphic(box);
    setAccessibleText(
        words(group)
            + ": "
            + group.images().stream().map(model::className).collect(Collectors.joining(", ")));
  }

  private static String words(CopyGroup group) {
    return group.isUnderTwoLabels()
        ? Texts.of("{0} labels, {1}", Texts.count(group.labels()), group.place())
        : Texts.of("one label, {0}", group.place());
  }

  private HBox head(CopyGroup group) {
    Label kind = label(Texts.said(group.kind().words()), "pill");
    kind.setMinWidth(USE_PREF_SIZE);
    Label words = label(words(group), "small", "muted");
    HBox head = new HBox(8, kind, words, spacer());
    head.setAlignment(Pos.CENTER_LEFT);
    model
        .pair(group)
        .ifPresent(
            pair -> {
              Button show =
                  button(Texts.of("Show the pair"), () -> model.goTo(pair), "link-button");
              show.setFocusTraversable(false);
              head.getChildren().add(show);
            });
    return head;
  }

  private VBox tile(CopyGroup group, CopiedImage image) {
    PictureView picture = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.WHOLE);
    picture.setMinSize(WIDTH, HEIGHT);
    picture.setMaxSize(WIDTH, HEIGHT);
    picture.show(model.picture(image));
    NameLabel name = new NameLabel("tile-label");
    name.setName(model.className(image));
    name.setMaxWidth(WIDTH);
    String decided = model.decided(image);
    Label where =
        label(
            (image.test() ? Texts.of("test") : Texts.of("training"))
                + (decided.isEmpty() ? "" : ", " + decided),
            "small",
            decided.isEmpty() ? "muted" : "decided-word");
    if (model.isFlagged(image)) {
      where.setGraphic(new FontIcon(Feather.FLAG));
    }
    VBox tile = new VBox(3, picture, name, where, actions(group, image));
    tile.setPrefWidth(WIDTH);
    tile.setMaxWidth(WIDTH);
    CommandMenu.on(tile, () -> menu(group, image));
    return tile;
  }

  private HBox actions(CopyGroup group, CopiedImage image) {
    Button out =
        button(
            model.isLeftOut(image) ? Texts.of("Take back") : Texts.of("Leave out"),
            () -> model.toggleLeftOut(image),
            "small-button");
    out.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(6, out);
    List<String> classes = model.otherClasses(group, image);
    if (!classes.isEmpty()) {
      String name = classes.get(0);
      Button relabel =
          button("→ " + model.display(name), () -> model.relabel(image, name), "small-button");
      relabel.setMinWidth(0);
      Tips.on(relabel, Texts.of("Its label is {0}", model.display(name)));
      row.getChildren().add(relabel);
    }
    row.getChildren().forEach(node -> node.setFocusTraversable(false));
    return row;
  }

  private List<List<Entry>> menu(CopyGroup group, CopiedImage image) {
    List<Entry> labels = new ArrayList<>();
    for (String name : model.otherClasses(group, image)) {
      labels.add(
          Entry.of(
              Texts.of("Its label is {0}", model.display(name)),
              Feather.EDIT_2,
              () -> model.relabel(image, name)));
    }
    return List.of(
        labels,
        List.of(
            Entry.of(
                model.isLeftOut(image)
                    ? Texts.of("Take it in again")
                    : (image.test()
                        ? Texts.of("Leave it out of measuring")
                        : Texts.of("Leave it out of training")),
                Feather.SLASH,
                () -> model.toggleLeftOut(image)),
            Entry.of(
                model.isFlagged(image) ? Texts.of("Take the flag away") : Texts.of("Flag"),
                Feather.FLAG,
                () -> model.toggleFlag(image))));
  }
}
