import { identityNumberError, normalizeIdentityNumber, type Sex } from '@tanfang/shared';
import { useState } from 'react';
import { Box, Card, Choice, FieldError, Heading, TextField, Words } from '@/components';
import type { GroupProps } from './group';
import { withIdNumber } from './elder-draft';

const sexes: readonly { value: Sex; label: string }[] = [
  { value: 'female', label: '女' },
  { value: 'male', label: '男' },
];

export function WhoFields({ draft, set, errors }: GroupProps) {
  const [left, setLeft] = useState(false);
  const number = normalizeIdentityNumber(draft.idNumber);
  const own = left && number !== '' ? identityNumberError(number) : null;
  return (
    <Card>
      <Box className="stack">
        <Heading level={2}>是谁</Heading>
        <Box className="form-grid">
          <TextField
            id="name"
            label="姓名"
            value={draft.name}
            onChange={(name) => set({ ...draft, name })}
            error={errors['name']}
            maxLength={50}
            required
          />
          <TextField
            id="idNumber"
            label="身份证号"
            kind="id-number"
            value={draft.idNumber}
            onChange={(idNumber) => set(withIdNumber(draft, idNumber))}
            onBlur={() => setLeft(true)}
            error={errors['idNumber'] ?? own}
            maxLength={30}
            required
          />
          <TextField
            id="birthDate"
            label="出生日期"
            kind="date"
            value={draft.birthDate}
            onChange={(birthDate) => set({ ...draft, birthDate })}
            error={errors['birthDate']}
            required
          />
          <TextField
            id="phone"
            label="电话（没有就不写）"
            kind="phone"
            value={draft.phone}
            onChange={(phone) => set({ ...draft, phone })}
            error={errors['phone']}
            maxLength={20}
          />
        </Box>
        <Words className="strong">性别</Words>
        <Choice
          id="sex"
          label="性别"
          columns={2}
          options={sexes}
          value={draft.sex}
          onChange={(sex) => set({ ...draft, sex })}
        />
        <FieldError error={errors['sex']} />
      </Box>
    </Card>
  );
}
