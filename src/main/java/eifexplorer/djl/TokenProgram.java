package eifexplorer.djl;

import eifexplorer.engine.Layer;
import eifexplorer.engine.TokenLayer;
import eifexplorer.engine.TokenLayer.Attention;
import eifexplorer.engine.TokenLayer.ChannelScale;
import eifexplorer.engine.TokenLayer.Interpolation;
import eifexplorer.engine.TokenLayer.LayerNorm;
import eifexplorer.engine.TokenLayer.Linear;
import eifexplorer.engine.TokenLayer.Order;
import eifexplorer.engine.TokenLayer.PatchMerging;
import eifexplorer.engine.TokenLayer.Tokens;
import eifexplorer.engine.TokenLayer.WindowAttention;

/** Writes the layers of transformers: what follows {@code x}. The larger ones are calls of {@link #FUNCTIONS}. */
final class TokenProgram implements TokenLayer.Kinds<String> {
  /** Methods the program of a network with such layers needs. */
  static final String FUNCTIONS =
      """
        def heads(self: __torch__.Net, x: Tensor, w: Tensor, b: Tensor, heads: int) -> List[Tensor]:
          n = torch.size(x, 0)
          l = torch.size(x, 1)
          c = torch.size(x, 2)
          parts = torch.reshape(torch.linear(x, w, b), [n, l, 3, heads, torch.floordiv(c, heads)])
          return torch.unbind(torch.permute(parts, [2, 0, 3, 1, 4]))

        def attention(self: __torch__.Net, x: Tensor, w: Tensor, b: Tensor, pw: Tensor, pb: Tensor, heads: int) -> Tensor:
          q, k, v = (self).heads(x, w, b, heads)
          y = torch.transpose(torch.scaled_dot_product_attention(q, k, v), 1, 2)
          return torch.linear(torch.reshape(y, torch.size(x)), pw, pb)

        def offsets(self: __torch__.Net, table: Tensor, window: int) -> Tensor:
          place = torch.arange(window * window, dtype=4, layout=None, device=ops.prim.device(table), pin_memory=False)
          row = torch.floor_divide(place, window)
          column = torch.remainder(place, window)
          down = torch.unsqueeze(row, 1) - torch.unsqueeze(row, 0) + (window - 1)
          right = torch.unsqueeze(column, 1) - torch.unsqueeze(column, 0) + (window - 1)
          index = torch.flatten(down * (2 * window - 1) + right)
          bias = torch.reshape(torch.index_select(table, 0, index), [window * window, window * window, -1])
          return torch.unsqueeze(torch.permute(bias, [2, 0, 1]), 0)

        def part(self: __torch__.Net, x: Tensor, length: int, window: int, shift: int) -> Tensor:
          place = torch.arange(length, dtype=4, layout=None, device=ops.prim.device(x), pin_memory=False)
          middle = torch.to(torch.ge(place, length - window), 4, False, False, None)
          end = torch.to(torch.ge(place, length - shift), 4, False, False, None)
          if shift == 0:
            parts = torch.zeros_like(place)
          else:
            parts = middle + end
          return parts

        def windows(self: __torch__.Net, x: Tensor, rows: int, columns: int, window: int) -> Tensor:
          n = torch.size(x, 0)
          cut = torch.reshape(x, [n, rows, window, columns, window, -1])
          return torch.reshape(torch.permute(cut, [0, 1, 3, 2, 4, 5]), [n * rows * columns, window * window, -1])

        def window_attention(self: __torch__.Net, x: Tensor, w: Tensor, b: Tensor, pw: Tensor, pb: Tensor, table: Tensor, heads: int, window: int, shift: int) -> Tensor:
          n = torch.size(x, 0)
          h = torch.size(x, 1)
          l = torch.size(x, 2)
          c = torch.size(x, 3)
          more_rows = (window - h % window) % window
          more_columns = (window - l % window) % window
          padded = torch.constant_pad_nd(x, [0, 0, 0, more_columns, 0, more_rows], 0)
          height = h + more_rows
          width = l + more_columns
          down = shift if window < height else 0
          right = shift if window < width else 0
          rolled = torch.roll(padded, [torch.neg(down), torch.neg(right)], [1, 2])
          rows = torch.floordiv(height, window)
          columns = torch.floordiv(width, window)
          count = rows * columns
          q, k, v = (self).heads((self).windows(rolled, rows, columns, window), w, b, heads)
          size = [n, count, heads, window * window, -1]
          bias = (self).offsets(table, window)
          if down + right > 0:
            of_rows = torch.unsqueeze((self).part(x, height, window, down), 1) * 3
            parts = of_rows + torch.unsqueeze((self).part(x, width, window, right), 0)
            part = torch.reshape((self).windows(torch.unsqueeze(parts, 0), rows, columns, window), [count, -1])
            other = torch.ne(torch.unsqueeze(part, 1), torch.unsqueeze(part, 2))
            mask = bias + torch.unsqueeze(torch.to(other, ops.prim.dtype(bias), False, False, None) * -100., 1)
          else:
            mask = bias
          y = torch.scaled_dot_product_attention(torch.reshape(q, size), torch.reshape(k, size), torch.reshape(v, size), torch.unsqueeze(mask, 0))
          together = torch.reshape(torch.transpose(y, 2, 3), [n, rows, columns, window, window, c])
          whole = torch.reshape(torch.permute(torch.linear(together, pw, pb), [0, 1, 3, 2, 4, 5]), [n, height, width, c])
          back = torch.roll(whole, [down, right], [1, 2])
          return torch.slice(torch.slice(back, 1, 0, h), 2, 0, l)

        def neighbours(self: __torch__.Net, x: Tensor) -> Tensor:
          h = torch.size(x, 1)
          l = torch.size(x, 2)
          padded = torch.constant_pad_nd(x, [0, 0, 0, l % 2, 0, h % 2], 0)
          even = torch.slice(padded, 1, 0, None, 2)
          odd = torch.slice(padded, 1, 1, None, 2)
          a = torch.slice(even, 2, 0, None, 2)
          b = torch.slice(odd, 2, 0, None, 2)
          c = torch.slice(even, 2, 1, None, 2)
          d = torch.slice(odd, 2, 1, None, 2)
          return torch.cat([a, b, c, d], -1)

        def positions(self: __torch__.Net, given: Tensor, grid: int, rows: int, columns: int, corners: bool, antialias: bool) -> Tensor:
          if rows == grid and columns == grid:
            result = given
          else:
            first = torch.slice(given, 1, 0, 1)
            rest = torch.reshape(torch.slice(given, 1, 1), [1, grid, grid, -1])
            map = torch.permute(rest, [0, 3, 1, 2])
            if corners:
              scaled = torch.upsample_bicubic2d(map, [rows, columns], True, None, None)
            elif antialias:
              scaled = torch._upsample_bicubic2d_aa(map, [rows, columns], False, None, None)
            else:
              scaled = torch.upsample_bicubic2d(map, [rows, columns], False, (rows + 0.1) / grid, (columns + 0.1) / grid)
            result = torch.cat([first, torch.transpose(torch.flatten(scaled, 2), 1, 2)], 1)
          return result
      """;

  private final ProgramText text;
  private final String x;

  TokenProgram(ProgramText text, String x) {
    this.text = text;
    this.x = x;
  }

  @Override
  public String order(Order layer) {
    return text.call(
        "torch.permute", x, layer == Order.CHANNELS_LAST ? "[0, 2, 3, 1]" : "[0, 3, 1, 2]");
  }

  @Override
  public String layerNorm(LayerNorm layer) {
    return layerNorm(x, layer.name(), layer.size(), layer.epsilon());
  }

  /** Means and variances are in single precision, always. */
  private String layerNorm(String of, String name, int size, double epsilon) {
    return text.half(
        text.call(
            "torch.layer_norm",
            text.single(of),
            "[" + size + "]",
            text.weight(name + ".weight"),
            text.weight(name + ".bias"),
            epsilon));
  }

  @Override
  public String linear(Linear layer) {
    String y =
        text.call(
            "torch.linear",
            x,
            text.factor(layer.name() + ".weight"),
            text.factor(layer.name() + ".bias"));
    return text.activated(layer.activation(), y);
  }

  @Override
  public String channelScale(ChannelScale layer) {
    return text.call("torch.mul", x, text.factor(layer.name()));
  }

  @Override
  public String attention(Attention layer) {
    return text.call(
        "(self).attention",
        x,
        text.factor(layer.name() + "in_proj_weight"),
        text.factor(layer.name() + "in_proj_bias"),
        text.factor(layer.name() + "out_proj.weight"),
        text.factor(layer.name() + "out_proj.bias"),
        layer.heads());
  }

  @Override
  public String windowAttention(WindowAttention layer) {
    return text.call(
        "(self).window_attention",
        x,
        text.factor(layer.name() + "qkv.weight"),
        text.factor(layer.name() + "qkv.bias"),
        text.factor(layer.name() + "proj.weight"),
        text.factor(layer.name() + "proj.bias"),
        text.factor(layer.name() + "relative_position_bias_table"),
        layer.heads(),
        layer.window(),
        layer.shift());
  }

  @Override
  public String patchMerging(PatchMerging layer) {
    String neighbours = text.call("(self).neighbours", x);
    String normal = layerNorm(neighbours, layer.name() + "norm", 4 * layer.size(), layer.epsilon());
    return text.call(
        "torch.linear", normal, text.factor(layer.name() + "reduction.weight"), "None");
  }

  @Override
  public String tokens(Tokens layer) {
    String rows = text.call("torch.size", x, 2);
    String columns = text.call("torch.size", x, 3);
    String patches = text.call("torch.transpose", text.call("torch.flatten", x, 2), 1, 2);
    String images = text.call("torch.size", x, 0);
    String classes = expanded(text.factor(Tokens.CLASS_TOKEN), images);
    String positions =
        text.half(
            text.call(
                "(self).positions",
                text.weight(Tokens.POSITIONS),
                layer.grid(),
                rows,
                columns,
                truth(layer.interpolation() == Interpolation.TORCHVISION),
                truth(layer.interpolation() == Interpolation.TIMM)));
    String tokens =
        text.call("torch.add", text.call("torch.cat", list(classes, patches), 1), positions);
    return layer.registers() == 0 ? tokens : withRegisters(tokens, images);
  }

  private String withRegisters(String tokens, String images) {
    String first = text.call("torch.slice", tokens, 1, 0, 1);
    String rest = text.call("torch.slice", tokens, 1, 1);
    String registers = expanded(text.factor(Tokens.REGISTERS), images);
    return text.call("torch.cat", list(first, registers, rest), 1);
  }

  private String expanded(String token, String images) {
    return text.call("torch.expand", token, "[" + images + ", -1, -1]");
  }

  private static String truth(boolean value) {
    return value ? "True" : "False";
  }

  private static String list(String... tensors) {
    return "[" + String.join(", ", tensors) + "]";
  }

  /** The methods a program needs besides its own; none without such layers. */
  static String functions(Iterable<Layer> layers) {
    for (Layer layer : layers) {
      if (layer instanceof TokenLayer) {
        return FUNCTIONS;
      }
    }
    return "";
  }
}
