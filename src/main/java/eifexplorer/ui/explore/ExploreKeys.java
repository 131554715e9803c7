package eifexplorer.ui.explore;

import eifexplorer.ui.explore.confusions.PairCommand;
import eifexplorer.ui.explore.inspector.PhotographCommand;
import eifexplorer.ui.explore.strips.StripCommand;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Texts;
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
            new ScreenKeys.Group(Texts.of("Pairs"), List.of(PairCommand.values())),
            new ScreenKeys.Group(Texts.of("Photographs"), photographs),
            new ScreenKeys.Group(Texts.of("Strips"), List.of(StripCommand.values()))),
        List.of(
            new ScreenKeys.Fixed(
                List.of(Texts.of("Page ↑"), Texts.of("Page ↓")),
                Texts.of("stronger, weaker training images")),
            new ScreenKeys.Fixed(
                List.of(Texts.of("wheel")),
                Texts.of("larger, smaller at the pointer; on a strip: along it")),
            new ScreenKeys.Fixed(
                List.of(Texts.of("right click")),
                Texts.of("what can be done with a training image")),
            new ScreenKeys.Fixed(List.of("/"), Texts.of("filter the list")),
            new ScreenKeys.Fixed(
                List.of(Texts.of("Ctrl"), Texts.of("click")),
                Texts.of("pick several pairs; Shift: up to here")),
            new ScreenKeys.Fixed(
                List.of(Texts.of("Ctrl"), "A"), Texts.of("pick all listed pairs"))),
        List.of(
            new ScreenKeys.Of(Texts.of("pair"), PairCommand.PREVIOUS_PAIR, PairCommand.NEXT_PAIR),
            new ScreenKeys.On(Texts.of("strip"), Texts.of("Tab")),
            new ScreenKeys.Of("100 %", ZoomCommand.ACTUAL_SIZE)));
  }
}
