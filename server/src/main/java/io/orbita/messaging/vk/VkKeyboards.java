package io.orbita.messaging.vk;

import io.orbita.messaging.channel.Keyboard;
import io.orbita.messaging.channel.Keyboard.Button;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our buttons in VK's shapes. Under a message it holds ten in six rows; a larger keyboard takes the place of the typing one and holds forty in ten rows of
 * at most five. What a press tells carries the number of our message, since VK names messages in two ways and tells us only one.
 */
final class VkKeyboards {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LABEL = 40;
    private static final int IN_A_ROW = 5;
    private static final int INLINE_BUTTONS = 10;
    private static final int INLINE_ROWS = 6;
    private static final int BUTTONS = 40;
    private static final int ROWS = 10;

    private VkKeyboards() {}

    /** Null where VK has no such thing. */
    static @Nullable String of(@Nullable Keyboard keyboard, long message) {
        if (!(keyboard instanceof Keyboard.Inline inline)) {
            return null;
        }
        int count = inline.rows().stream().mapToInt(List::size).sum();
        boolean under = count <= INLINE_BUTTONS;
        var rows = fitted(inline.rows(), under ? INLINE_ROWS : ROWS);
        var json = JSON.createObjectNode().put("inline", under);
        if (!under) {
            json.put("one_time", true);
        }
        var shown = json.putArray("buttons");
        for (var row : rows) {
            var line = shown.addArray();
            row.forEach(button -> line.addObject().set("action", action(button, message)));
        }
        return json.toString();
    }

    private static ObjectNode action(Button button, long message) {
        var label =
                button.text().length() <= LABEL ? button.text() : button.text().substring(0, LABEL - 1) + "…";
        var action = JSON.createObjectNode();
        return switch (button) {
            case Button.Press press ->
                action.put("type", "callback")
                        .put("label", label)
                        .put(
                                "payload",
                                JSON.createObjectNode()
                                        .put("d", press.data())
                                        .put("m", message)
                                        .toString());
            case Button.Link link ->
                action.put("type", "open_link").put("label", label).put("link", link.url());
        };
    }

    /** The rows as they are when they fit, else closed up. */
    private static List<List<Button>> fitted(List<List<Button>> rows, int most) {
        if (rows.size() <= most && rows.stream().allMatch(row -> row.size() <= IN_A_ROW)) {
            return rows;
        }
        var all = rows.stream().flatMap(List::stream).limit(BUTTONS).toList();
        int inARow = Math.min(IN_A_ROW, Math.max(1, Math.ceilDiv(all.size(), most)));
        var fitted = new ArrayList<List<Button>>();
        for (int i = 0; i < all.size(); i += inARow) {
            fitted.add(all.subList(i, Math.min(all.size(), i + inARow)));
        }
        return fitted;
    }
}
