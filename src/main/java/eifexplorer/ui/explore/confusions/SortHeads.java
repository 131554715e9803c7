package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.spacer;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a list is sorted by, placed as the parts of its lines. */
final class SortHeads {
  private SortHeads() {}

  /** The two classes one above the other, then how many pairs and their mean distance. */
  static Node ofClassPairs(RowListViewModel<ClassPairRow> list) {
    List<SortHeader<ClassPairRow>> heads = heads(list);
    VBox names = new VBox(heads.get(1), heads.get(2));
    HBox.setHgrow(names, Priority.ALWAYS);
    return row(names, heads.get(0), heads.get(3));
  }

  /** The class, how many of its images are wrong, their share. */
  static Node ofClasses(RowListViewModel<ClassRow> list) {
    List<SortHeader<ClassRow>> heads = heads(list);
    return row(heads.get(1), spacer(), heads.get(2), heads.get(0));
  }

  private static <R extends ConfusionRow> List<SortHeader<R>> heads(RowListViewModel<R> list) {
    return list.orders().stream().map(order -> new SortHeader<>(list, order)).toList();
  }

  private static HBox row(Node... heads) {
    HBox row = new HBox(heads);
    row.getStyleClass().add("sort-heads");
    return row;
  }
}
