import { api, type Schema, take } from "@orbita/api";
import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { setUpKey } from "@/app/setup/queries";
import { staffKey } from "@/lib/staff";

export type User = Schema<"BusinessesUsersUser">;
export type Invitation = Schema<"BusinessesInvitationsInvitation">;
export type RoleView = Schema<"BusinessesRolesRoleView">;
export type Integration = Schema<"BusinessesIntegrationsView">;
export type ApiKey = Schema<"BusinessesApiKeysApiKey">;
export type Webhook = Schema<"IntegrationsWebhooksWebhook">;
export type OwnField = Schema<"ClientsCustomField">;
export type ActionRule = Schema<"ClientsActionRulesRule">;

export const settingsKey = ["settings"] as const;
const key = (part: string) => [...settingsKey, part] as const;

export const usersQuery = queryOptions({
  queryKey: key("users"),
  queryFn: ({ signal }) => take(api.GET("/api/users", { signal })),
});
export const invitationsQuery = queryOptions({
  queryKey: key("invitations"),
  queryFn: ({ signal }) => take(api.GET("/api/invitations", { signal })),
});
export const rolesQuery = queryOptions({
  queryKey: key("roles"),
  queryFn: ({ signal }) => take(api.GET("/api/roles", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});
export const integrationsQuery = queryOptions({
  queryKey: key("integrations"),
  queryFn: ({ signal }) => take(api.GET("/api/integrations", { signal })),
});
export const paymentsQuery = queryOptions({
  queryKey: key("payments"),
  queryFn: ({ signal }) => take(api.GET("/api/payments/settings", { signal })),
});
export const apiKeysQuery = queryOptions({
  queryKey: key("api-keys"),
  queryFn: ({ signal }) => take(api.GET("/api/api-keys", { signal })),
});
export const scopesQuery = queryOptions({
  queryKey: key("scopes"),
  queryFn: ({ signal }) => take(api.GET("/api/api-keys/scopes", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});
export const webhooksQuery = queryOptions({
  queryKey: key("webhooks"),
  queryFn: ({ signal }) => take(api.GET("/api/webhooks", { signal })),
});
export const kindsQuery = queryOptions({
  queryKey: key("kinds"),
  queryFn: ({ signal }) => take(api.GET("/api/webhooks/kinds", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});
export const jobsQuery = queryOptions({
  queryKey: key("jobs"),
  queryFn: ({ signal }) => take(api.GET("/api/jobs", { signal })),
});
/** What the audit trail may name, in words. */
export const deedsQuery = queryOptions({
  queryKey: key("deeds"),
  queryFn: ({ signal }) => take(api.GET("/api/audit/deeds", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});
export const sessionsQuery = queryOptions({
  queryKey: key("sessions"),
  queryFn: ({ signal }) => take(api.GET("/api/auth/sessions", { signal })),
});
export const totpQuery = queryOptions({
  queryKey: key("totp"),
  queryFn: ({ signal }) => take(api.GET("/api/auth/totp", { signal })),
});
export const fieldsQuery = queryOptions({
  queryKey: key("fields"),
  queryFn: ({ signal }) => take(api.GET("/api/clients/fields", { signal })),
});
export const tagsQuery = queryOptions({
  queryKey: key("tags"),
  queryFn: ({ signal }) => take(api.GET("/api/clients/tags", { signal })),
});
export const rulesQuery = queryOptions({
  queryKey: key("rules"),
  queryFn: ({ signal }) => take(api.GET("/api/actions/rules", { signal })),
});
export const programsQuery = queryOptions({
  queryKey: key("programs"),
  queryFn: ({ signal }) => take(api.GET("/api/programs/settings", { signal })),
});

/** Names and roles of colleagues and the set-up list stand on other pages too. */
const askAnew = (client: QueryClient) =>
  Promise.all([settingsKey, staffKey, setUpKey].map((queryKey) => client.invalidateQueries({ queryKey })));

/** A change whose refusal is told in a toast, and after which the settings are asked for anew. */
export function useWish<V, R>(send: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => askAnew(client),
  });
}

/** The same for a form, which shows by itself what was refused. */
export function useAsk() {
  const client = useQueryClient();
  return async <R>(call: Promise<R>): Promise<R> => {
    const result = await call;
    await askAnew(client);
    return result;
  };
}
