using Assistant.Core.Access;
using Assistant.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Identity;

internal sealed class UserDirectory(Transactions transactions) : IUserDirectory
{
    public Task<AssistantUser?> FindAsync(Guid userId, CancellationToken cancellationToken) =>
        transactions.ReadAsync(
            async db =>
            {
                var name = await db.Users.Where(u => u.Id == userId && !u.Disabled).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                if (name is null)
                {
                    return null;
                }

                var roles = await RolesOf(db, db.Users.Where(u => u.Id == userId)).Select(r => r.Role).ToListAsync(cancellationToken).ConfigureAwait(false);
                var groups = await db.UserGroups.Where(g => g.UserId == userId).Select(g => g.GroupName).ToListAsync(cancellationToken).ConfigureAwait(false);
                return new AssistantUser(userId, name, [.. roles.Order(StringComparer.Ordinal)], AccessScope.ForGroups(groups));
            },
            cancellationToken);

    public Task<IReadOnlyList<UserSummary>> ListAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync<IReadOnlyList<UserSummary>>(
            async db =>
            {
                var users = await db.Users.Select(u => new { u.Id, u.DisplayName, u.Email, u.Disabled }).ToListAsync(cancellationToken).ConfigureAwait(false);
                var roles = (await RolesOf(db, db.Users).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(r => r.UserId, r => r.Role);
                var groups = (await db.UserGroups.ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(g => g.UserId, g => g.GroupName);
                return
                [
                    .. users
                        .OrderBy(u => u.DisplayName, StringComparer.InvariantCultureIgnoreCase).ThenBy(u => u.Id)
                        .Select(u => new UserSummary(
                            u.Id, u.DisplayName, u.Email ?? "", [.. roles[u.Id].Order(StringComparer.Ordinal)], [.. groups[u.Id].Order(StringComparer.Ordinal)], u.Disabled)),
                ];
            },
            cancellationToken);

    public Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync<IReadOnlyList<string>>(
            async db =>
            {
                var names = await db.UserGroups.Select(g => g.GroupName).Union(db.DocumentLabels.Select(l => l.Label)).ToListAsync(cancellationToken).ConfigureAwait(false);
                return [.. names.Where(n => n != AccessScope.Everyone).Order(StringComparer.Ordinal)];
            },
            cancellationToken);

    public Task<bool> SetGroupsAsync(Guid userId, IReadOnlyCollection<string> groups, CancellationToken cancellationToken) =>
        transactions.WriteAsync(
            async db =>
            {
                // An update that changes nothing takes the row's lock: two changes of one user follow each other.
                if (await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(u => u.SetProperty(x => x.DisplayName, x => x.DisplayName), cancellationToken).ConfigureAwait(false) == 0)
                {
                    return false;
                }

                await db.UserGroups.Where(g => g.UserId == userId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                db.UserGroups.AddRange(GroupNames.Normalize(groups).Where(g => g != AccessScope.Everyone).Select(g => new UserGroup { UserId = userId, GroupName = g }));
                return true;
            },
            cancellationToken);

    private static IQueryable<RoleOfUser> RolesOf(StorageContext db, IQueryable<AppUser> users) =>
        from user in users
        join membership in db.UserRoles on user.Id equals membership.UserId
        join role in db.Roles on membership.RoleId equals role.Id
        select new RoleOfUser(user.Id, role.Name!);

    private sealed record RoleOfUser(Guid UserId, string Role);
}
