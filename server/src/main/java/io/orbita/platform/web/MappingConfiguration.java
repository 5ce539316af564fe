package io.orbita.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Endpoints are looked for among those whose path begins with the same two words. Spring compares an address that holds an id with each of the hundreds of
 * endpoints there are, which takes as long as a query of the database.
 */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByFirstWords();
    }

    /** What it finds is what Spring would find; what it does not find, or not clearly, Spring is asked for. */
    static final class ByFirstWords extends RequestMappingHandlerMapping {
        private static final String ANY = "";

        private Map<RequestMappingInfo, HandlerMethod> methods = Map.of();
        private Map<String, List<RequestMappingInfo>> byWords = Map.of();

        @Override
        public void afterPropertiesSet() {
            super.afterPropertiesSet();
            methods = Map.copyOf(getHandlerMethods());
            var lists = new HashMap<String, List<RequestMappingInfo>>();
            methods.keySet()
                    .forEach(info -> info.getPatternValues().stream()
                            .map(ByFirstWords::words)
                            .distinct()
                            .forEach(words -> lists.computeIfAbsent(words, _ -> new ArrayList<>())
                                    .add(info)));
            List<RequestMappingInfo> anywhere = lists.getOrDefault(ANY, List.of());
            lists.forEach((words, list) -> {
                if (list != anywhere) {
                    anywhere.stream().filter(info -> !list.contains(info)).forEach(list::add);
                }
            });
            byWords = lists;
        }

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            RequestMappingInfo best = null;
            RequestMappingInfo match = null;
            for (RequestMappingInfo info : among(path)) {
                RequestMappingInfo one = getMatchingMapping(info, request);
                if (one == null) {
                    continue;
                }
                int order = match == null ? -1 : one.compareTo(match, request);
                if (order == 0) {
                    return super.lookupHandlerMethod(path, request);
                }
                if (order < 0) {
                    best = info;
                    match = one;
                }
            }
            HandlerMethod method = best == null ? null : methods.get(best);
            if (match == null || method == null) {
                return super.lookupHandlerMethod(path, request);
            }
            request.setAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, method);
            handleMatch(match, path, request);
            return method;
        }

        private List<RequestMappingInfo> among(String path) {
            List<RequestMappingInfo> list = byWords.get(words(path));
            return list == null ? byWords.getOrDefault(ANY, List.of()) : list;
        }

        /** The first two words of a path or a pattern, with what is before them; nothing when one of them may be any. */
        private static String words(String path) {
            int second = path.indexOf('/', 1);
            int third = second < 0 ? -1 : path.indexOf('/', second + 1);
            String words = third < 0 ? path : path.substring(0, third);
            return words.indexOf('{') >= 0 || words.indexOf('*') >= 0 ? ANY : words;
        }
    }
}
