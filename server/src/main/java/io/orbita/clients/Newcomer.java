package io.orbita.clients;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person who writes for the first time.
 *
 * @param name as they call themselves; may be empty
 * @param username of Telegram, without @
 * @param source free text of at most 100 characters such as {@code telegram}, {@code site}, {@code vk}
 * @param utm marks of the campaign, may be empty
 */
public record Newcomer(String name, @Nullable String username, String source, Map<String, String> utm) {}
