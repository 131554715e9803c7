package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text can be read on every ground it stands on: contrast by WCAG 2.1 of at least 4.5 : 1. */
class ThemeContrastTest {
  private static final Pattern ROLE = Pattern.compile("-eif-([a-z-]+):\\s*(#[0-9a-f]{6})\\s*;");
  private static final List<String> GROUNDS = List.of("ground", "panel", "raised", "selected");
  private static final List<String> TEXTS =
      List.of("text", "muted", "harmful", "helpful", "link", "danger", "warning");

  private static Map<String, Color> roles(String theme) throws IOException {
    try (InputStream in =
        ThemeContrastTest.class.getResourceAsStream("/eifexplorer/ui/theme-" + theme + ".css")) {
      Map<String, Color> roles = new HashMap<>();
      Matcher matcher = ROLE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        roles.put(matcher.group(1), Color.web(matcher.group(2)));
      }
      return roles;
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theFirstFrameIsOfTheThemesGround(Theme theme) throws IOException {
    assertEquals(roles(theme.id()).get("ground"), theme.ground());
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  @Test
  void blackOnWhiteHasTheLargestContrast() {
    assertEquals(21, contrast(Color.BLACK, Color.WHITE), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark", "light"})
  void textCanBeReadOnEveryGround(String theme) throws IOException {
    Map<String, Color> roles = roles(theme);
    for (String ground : GROUNDS) {
      for (String text : TEXTS) {
        double contrast = contrast(roles.get(text), roles.get(ground));
        assertTrue(contrast >= 4.5, text + " on " + ground + ", " + theme + ": " + contrast);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark", "light"})
  void buttonsAndTroubleCanBeRead(String theme) throws IOException {
    Map<String, Color> roles = roles(theme);
    double button = contrast(roles.get("on-button"), roles.get("button"));
    double trouble = contrast(roles.get("danger"), roles.get("danger-ground"));
    assertTrue(button >= 4.5, "button, " + theme + ": " + button);
    assertTrue(trouble >= 4.5, "trouble, " + theme + ": " + trouble);
  }
}
