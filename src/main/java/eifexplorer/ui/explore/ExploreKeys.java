package eifexplorer.ui.explore;

import eifexplorer.ui.explore.confusions.PairCommand;
import eifexplorer.ui.explore.inspector.PhotographCommand;
import eifexplorer.ui.explore.strips.StripCommand;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.photo.ZoomCommand;
import eifexplorer.ui.screen.ScreenKeys;
import java.util.List;
import java.util.stream.Stream;

/** What the keyboard does on the Explore screen. */
final class ExploreKeys {
  private ExploreKeys() {}

  static ScreenKeys all() {
    List<KeyCommand> photographs =
        Stream.<KeyCommand[]>of(ZoomCommand.values(), PhotographCommand.values())
            .flatMap(Stream::of)
            .toList();
    return new ScreenKeys(
        List.of(
            new ScreenKeys.Group("Pairs", List.of(PairCommand.values())),
            new ScreenKeys.Group("Photographs", photographs),
            new ScreenKeys.Group("Strips", List.of(StripCommand.values()))),
        List.of(
            new ScreenKeys.Fixed(List.of("Page ↑", "Page ↓"), "stronger, weaker training images"),
            new ScreenKeys.Fixed(
                List.of("wheel"), "larger, smaller at the pointer; on a strip: along it"),
            new ScreenKeys.Fixed(List.of("right click"), "what can be done with a training image"),
            new ScreenKeys.Fixed(List.of("/"), "filter the list"),
            new ScreenKeys.Fixed(List.of("Ctrl", "click"), "pick several pairs; Shift: up to here"),
            new ScreenKeys.Fixed(List.of("Ctrl", "A"), "pick all listed pairs")),
        List.of(
            new ScreenKeys.Of("pair", PairCommand.PREVIOUS_PAIR, PairCommand.NEXT_PAIR),
            new ScreenKeys.On("strip", "Tab"),
            new ScreenKeys.Of("100 %", ZoomCommand.ACTUAL_SIZE)));
  }
}
