package eifexplorer.export;

import eifexplorer.export.PairCard.Photo;
import eifexplorer.export.PairCard.Strip;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A card as a figure: both photographs, what is said of them, both strips. */
final class PairCardFigure {
  private static final int WIDTH = 1000;
  private static final int MARGIN = 24;
  private static final int INNER = WIDTH - 2 * MARGIN;
  private static final int GAP = 8;
  private static final int PHOTO = 320;
  private static final int COLUMNS = 8;
  private static final int TILE = (INNER - (COLUMNS - 1) * GAP) / COLUMNS;
  private static final int LINE = 17;
  private static final int STRIP_HEAD = 24;
  private static final int CAPTION = 34;
  private static final Color HARMFUL = new Color(0xa5470a);
  private static final Color HELPFUL = new Color(0x0b6b73);

  private final PageLanguage language;
  private final PairCard card;
  private final Graphics2D graphics;
  private final FigureStyle style;
  private int y = MARGIN;

  private PairCardFigure(
      PageLanguage language, PairCard card, Graphics2D graphics, FigureStyle style) {
    this.language = language;
    this.card = card;
    this.graphics = graphics;
    this.style = style;
  }

  /** As high as its words and strips are. */
  static Figure of(PairCard english, PageLanguage language) {
    PairCard card = english.in(language);
    BufferedImage trial = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = trial.createGraphics();
    int height = new PairCardFigure(language, card, graphics, FigureStyle.PRINT).paint();
    graphics.dispose();
    return new Figure(
        "pair-" + card.pair().get(0).index() + "-" + card.pair().get(1).index(),
        language.of(card.title()),
        WIDTH,
        height,
        0,
        (drawn, look) -> new PairCardFigure(language, card, drawn, look).paint());
  }

  /** Draws from top to bottom; returns the height. */
  private int paint() {
    text(language.of(card.title()), style.heading().deriveFont(20f), style.text(), 26);
    text(language.of(card.place()), style.plain(), style.muted(), LINE + 6);
    pair();
    for (String sentence : card.verdict()) {
      paragraph(sentence, style.plain().deriveFont(14f), style.text());
    }
    if (!card.note().isEmpty()) {
      paragraph(language.of("Note: ") + card.note(), style.plain(), style.text());
    }
    strip("▼ Harmful: keep the pair close", HARMFUL, card.harmful());
    strip("▲ Helpful: push it apart", HELPFUL, card.helpful());
    if (!card.explains().isEmpty()) {
      paragraph(
          language.of("The strips explain " + card.explains() + "."), style.plain(), style.muted());
    }
    paragraph(card.estimator() + ". " + card.worth() + ".", style.plain(), style.muted());
    String model = card.facts().getOrDefault(language.of("model"), "");
    String data = card.facts().getOrDefault(language.of("data set"), "");
    paragraph(
        String.join(
            " · ", List.of(data, model, card.facts().getOrDefault(language.of("program"), ""))),
        style.plain(),
        style.muted());
    card.again().ifPresent(again -> paragraph(again.command(), mono(), style.muted()));
    return y + MARGIN - 6;
  }

  private static Font mono() {
    return new Font(Font.MONOSPACED, Font.PLAIN, 11);
  }

  private void text(String text, Font font, Color colour, int height) {
    graphics.setFont(font);
    graphics.setColor(colour);
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.drawString(FigureStyle.fitting(text, metrics, INNER), MARGIN, y + metrics.getAscent());
    y += height;
  }

  private void paragraph(String text, Font font, Color colour) {
    graphics.setFont(font);
    for (String line : lines(text, graphics.getFontMetrics())) {
      text(line, font, colour, font.getSize() + 5);
    }
    y += 3;
  }

  /** Broken at blanks, and within a word that is longer than a line. */
  static List<String> lines(String text, FontMetrics metrics) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      String rest = word;
      if (!line.isEmpty() && metrics.stringWidth(line + " " + rest) > INNER) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (line.isEmpty() && metrics.stringWidth(rest) > INNER) {
        int end = rest.length() - 1;
        while (end > 1 && metrics.stringWidth(rest.substring(0, end)) > INNER) {
          end--;
        }
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private void pair() {
    int width = (INNER - GAP) / 2;
    for (int k = 0; k < 2; k++) {
      Photo photo = card.pair().get(k);
      int x = MARGIN + k * (width + GAP);
      photo(photo, x, y, width, PHOTO);
      caption(
          photo.className() + " · " + language.of("test " + photo.index()),
          x,
          y + PHOTO + 15,
          width);
    }
    y += PHOTO + 28;
  }

  private void strip(String title, Color colour, Strip strip) {
    y += 6;
    text(
        language.of(title) + " (" + language.of(card.remark(strip)) + ")",
        style.plain().deriveFont(Font.BOLD),
        colour,
        STRIP_HEAD - 4);
    List<Photo> photos = strip.photos();
    for (int k = 0; k < photos.size(); k++) {
      int x = MARGIN + k % COLUMNS * (TILE + GAP);
      int top = y + k / COLUMNS * (TILE + CAPTION);
      Photo photo = photos.get(k);
      photo(photo, x, top, TILE, TILE);
      graphics.setColor(colour);
      graphics.setFont(style.small().deriveFont(Font.BOLD));
      graphics.drawString(language.of(card.scores().signed(photo.score())), x, top + TILE + 12);
      graphics.setColor(style.text());
      graphics.setFont(style.small());
      graphics.drawString(
          FigureStyle.fitting(photo.className(), graphics.getFontMetrics(), TILE),
          x,
          top + TILE + 24);
    }
    y += (photos.size() + COLUMNS - 1) / COLUMNS * (TILE + CAPTION);
  }

  private void caption(String text, int x, int base, int width) {
    graphics.setFont(style.plain().deriveFont(Font.BOLD));
    graphics.setColor(style.text());
    graphics.drawString(FigureStyle.fitting(text, graphics.getFontMetrics(), width), x, base);
  }

  /** Whole, in the middle of its room, which stays empty if the photograph can't be shown. */
  private void photo(Photo photo, int x, int top, int width, int height) {
    graphics.setColor(new Color(0xf0f2f4));
    graphics.fillRect(x, top, width, height);
    Optional<BufferedImage> image = photo.jpeg().flatMap(SheetFigure::decoded);
    image.ifPresent(
        found -> {
          double scale =
              Math.min((double) width / found.getWidth(), (double) height / found.getHeight());
          int w = (int) Math.round(found.getWidth() * scale);
          int h = (int) Math.round(found.getHeight() * scale);
          graphics.drawImage(found, x + (width - w) / 2, top + (height - h) / 2, w, h, null);
        });
  }
}
