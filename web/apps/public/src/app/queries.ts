import { ApiError } from "@orbita/api";
import { QueryClient } from "@tanstack/react-query";

/** What was refused is refused again; what did not arrive may arrive the next time. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => count < 2 && error instanceof ApiError && error.passing,
      staleTime: 2_000,
    },
  },
});
